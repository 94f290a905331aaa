import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaObject } from './json-schema.ts';
import type { Revision } from './revision.ts';

/** The folder of this package, where everything that is generated is kept. */
export const contractsFolder = join(import.meta.dirname, '../..');
const schemasFolder = join(contractsFolder, 'schemas');

/** What stands in a generated file: the same bytes for the same contracts, on every machine. */
export const textOf = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`;

/** The names on the wire that have committed schemas. */
export const committedWires = (): string[] =>
  readdirSync(schemasFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** All committed revisions of one event, oldest first; none for an event that is new. */
export const committedRevisions = (wire: string): Revision[] => {
  if (!committedWires().includes(wire)) return [];
  const folder = join(schemasFolder, wire);
  return readdirSync(folder)
    .map((file) => ({ number: Number.parseInt(file, 10), schema: parsed(join(folder, file)) }))
    .sort((one, other) => one.number - other.number);
};

const parsed = (file: string): SchemaObject => JSON.parse(readFileSync(file, 'utf8'));

export const writeRevision = (wire: string, { number, schema }: Revision): void => {
  const folder = join(schemasFolder, wire);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${number}.json`), textOf(schema), { flag: 'wx' });
};
