import type { Client } from '../api/client.ts';
import { reasonIn, saidIn } from '../api/problem.ts';
import type { CsvTable, Row } from '../files/csv-table.ts';
import { BadRow } from '../mapping/bad-row.ts';
import type { Reader } from '../mapping/template.ts';
import type { Run } from '../run/run.ts';

/** Something that opportunities name, and the call that brings it in. */
export interface PlannedThing<Thing extends { readonly id: string }> {
  /** What opportunities name it by. */
  readonly key: string;
  readonly thing: Thing;
  readonly path: string;
  readonly body: string;
  /** What it is where it was there before; without this, what was planned. */
  readonly found?: (client: Client) => Promise<Thing>;
}

/** Refusals that say it is there, whatever has become of it since. */
const alreadyThere = new Set([
  'account-already-registered',
  'offering-already-published',
  'idempotency-key-reused',
]);

const send = async <Thing extends { readonly id: string }>(
  client: Client,
  { thing, path, body, found }: PlannedThing<Thing>,
): Promise<Thing> => {
  const answer = await client.post(path, body, `import-${thing.id}`);
  if (answer.status < 300) return thing;
  if (!alreadyThere.has(saidIn(answer)?.code ?? '')) throw new BadRow(reasonIn(answer));
  return found ? found(client) : thing;
};

/** Reads a file row by row; what is wrong with a row is reported, and the next one is read. */
export const eachRow = async (
  run: Run,
  { columns, rows }: CsvTable,
  take: (row: Row) => Promise<void> | void,
): Promise<void> => {
  for await (const row of rows()) {
    try {
      if (row.fault !== undefined) throw new BadRow(row.fault);
      await take(row);
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      const about = row.fields[0] ?? '';
      run.badRows.add({ file: columns.file, line: row.line, about, reason: error.message });
    }
  }
};

/**
 * Brings in all that stands in a file, and answers what there is by the names that opportunities use.
 * These files are short, so their rows are sent one after the other.
 */
export const bringInThings = async <Thing extends { readonly id: string }>(
  run: Run,
  table: CsvTable,
  plan: Reader<PlannedThing<Thing>>,
): Promise<ReadonlyMap<string, Thing>> => {
  const known = new Map<string, Thing>();
  const ids = new Map<string, number>();
  await eachRow(run, table, async ({ line, fields }) => {
    const planned = plan(fields);
    const { key, thing } = planned;
    const before = ids.get(thing.id);
    if (before !== undefined) throw new BadRow(`${thing.id} stands on line ${before} already`);
    known.set(key, await send(run.client, planned));
    ids.set(thing.id, line);
  });
  return known;
};
