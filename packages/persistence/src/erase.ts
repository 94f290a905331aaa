import type { Collection } from 'mongodb';
import { type AnyEvent, bodyOf } from './event-rows.ts';
import type { EventRow } from './rows.ts';
import type { Rewrite } from './write-units.ts';

/**
 * What led to a version of one aggregate, the first first. What came later is left out: whoever decides on this
 * version has lost then, and decides anew.
 */
export const rowsUpTo = async (
  events: Collection<EventRow>,
  { topic, key, version }: Pick<EventRow, 'topic' | 'key' | 'version'>,
): Promise<EventRow[]> => {
  const rows = await events
    .find({ topic, key, version: { $lte: version } }, { readConcern: { level: 'majority' } })
    .sort({ version: 1 })
    .toArray();
  // What is not read would lose its place in the state.
  if (rows.length !== version) throw new Error(`${topic}/${key} has ${rows.length} of ${version}`);
  return rows;
};

/** The bodies that are otherwise now; each fact stays what it is, where it is. */
export const rewritesOf = (rows: readonly EventRow[], left: readonly AnyEvent[]): Rewrite[] => {
  if (left.length !== rows.length) throw new Error('An erasure leaves every fact in its place');
  return rows.flatMap(({ _id, wire, body: before }, index) => {
    const body = bodyOf(wire, left[index]?.data);
    return body === before ? [] : [{ _id, body }];
  });
};
