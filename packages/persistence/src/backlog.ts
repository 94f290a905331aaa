import type { Collection } from 'mongodb';
import type { EventRow } from './rows.ts';

export interface Backlog {
  readonly pending: number;
  /** Seconds since the oldest row that is still to be published was written; 0 when there is none. */
  readonly oldestSeconds: number;
}

export const noBacklog: Backlog = { pending: 0, oldestSeconds: 0 };

/** Counting stops here; whoever decides by the backlog has decided long before. */
const countMax = 200_000;

/** Answered from the index of pending rows alone: positions tell the time in microseconds. */
export const measureBacklog = async (events: Collection<EventRow>): Promise<Backlog> => {
  const [measured] = await events
    .aggregate<{ pending: number; oldest: number }>([
      { $match: { pending: true } },
      { $project: { _id: 0, position: 1 } },
      { $limit: countMax },
      { $group: { _id: null, pending: { $sum: 1 }, oldest: { $min: '$position' } } },
    ])
    .toArray();
  if (!measured) return noBacklog;
  const seconds = (Date.now() - measured.oldest / 1000) / 1000;
  return { pending: measured.pending, oldestSeconds: Math.max(0, seconds) };
};
