import { readdir } from 'node:fs/promises';
import type { Measured } from './referee/facts.ts';
import type { Ground } from './strikes/fault.ts';

export type Measures = ReadonlyMap<string, number>;

const megabyte = 1_048_576;

/** Files and connections that a process holds open, where the system says. */
const descriptorsOf = async (pid: number | undefined): Promise<number | undefined> => {
  try {
    return (await readdir(`/proc/${pid}/fd`)).length;
  } catch {
    return undefined;
  }
};

/** What may not grow with the length of a run. */
export const measureNow = async ({ town, client, models }: Ground): Promise<Measures> => {
  const measures = new Map<string, number>();
  for (const slot of town.running()) {
    const bytes = await slot.residentBytes();
    if (bytes !== undefined) measures.set(`memory of ${slot.name}`, bytes / megabyte);
    const descriptors = await descriptorsOf(slot.pid);
    if (descriptors !== undefined) measures.set(`descriptors of ${slot.name}`, descriptors);
  }
  for (const { name } of models) {
    const database = client.db(`${town.namespace}-${name}`);
    for (const collection of ['lanes', 'relays'])
      measures.set(
        `${collection} of ${name}`,
        await database.collection(collection).countDocuments(),
      );
  }
  const status = await client.db('admin').command({ serverStatus: 1 });
  measures.set('connections to MongoDB', status.connections.current);
  return measures;
};

/** Twice as much as when all was warm, and a little more for what is small. */
const bounds: readonly (readonly [kind: string, margin: number])[] = [
  ['memory', 150],
  ['descriptors', 150],
  ['connections', 60],
  // Of relays that were killed a row stays until their leases have run out.
  ['relays', 8],
];

export const compared = (before: Measures, after: Measures): readonly Measured[] =>
  [...after].map(([what, value]) => {
    const margin = bounds.find(([kind]) => what.startsWith(kind))?.[1] ?? 0;
    const was = before.get(what) ?? value;
    return {
      what,
      before: was,
      after: value,
      most: what.startsWith('lanes') ? was : 2 * was + margin,
    };
  });
