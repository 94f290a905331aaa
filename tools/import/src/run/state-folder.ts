import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../../../..');

/** What makes two imports the same one: the content, the mapping and the platform that it goes to. */
export interface Identity {
  readonly kind: 'incidents' | 'crm';
  readonly source: string;
  readonly digests: readonly string[];
  readonly mapping: object;
  readonly url: string;
}

export const nameOf = ({ kind, digests, mapping, url }: Identity): string => {
  const key = JSON.stringify([kind, digests, mapping, new URL(url).href]);
  return `${kind}-${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
};

export const journalIn = (folder: string): string => join(folder, 'journal.jsonl');
export const badRowsIn = (folder: string): string => join(folder, 'bad-rows.csv');

/** The folder that an import writes its journal and its bad rows to, made where it is missing. */
export const stateFolder = (identity: Identity, given: string | undefined): string => {
  const folder = given ? resolve(given) : join(root, '.steward/imports', nameOf(identity));
  mkdirSync(folder, { recursive: true });
  const { kind, source, url } = identity;
  const about = { kind, source: resolve(source), url, name: nameOf(identity) };
  writeFileSync(join(folder, 'import.json'), `${JSON.stringify(about, null, 2)}\n`);
  return folder;
};

export const forgetJournal = (folder: string): void => rmSync(journalIn(folder), { force: true });
