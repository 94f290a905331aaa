import type { Collection } from 'mongodb';
import { Batcher } from './batcher.ts';
import { reach } from './moment.ts';
import type { EventRow } from './rows.ts';

/** The marks that say that the broker has a row, written while the next rows are already published. */
export interface Marks {
  /** To be called before rows are read; throws where marks could not be written, whose rows come again now. */
  beginRead(): void;
  /** Whether a row that was read as pending is published already, and only its mark was not seen. */
  has(row: EventRow): boolean;
  add(rows: readonly EventRow[]): void;
  /** Until all marks are written, or have failed to be. */
  settled(): Promise<void>;
}

const batchesMax = 100;

/**
 * A mark that is lost costs a second publication and nothing else. It waits for a majority all the same: the
 * next read is of what a majority holds, and would find the rows pending until then.
 */
const markPublished = async (events: Collection<EventRow>, rows: readonly EventRow[]) => {
  reach('before-mark');
  await events.updateMany(
    { _id: { $in: rows.map(({ _id }) => _id) } },
    { $unset: { pending: 1 } },
    { writeConcern: { w: 'majority' } },
  );
};

export const publishedMarks = (events: Collection<EventRow>): Marks => {
  const known = new Set<string>();
  /** Known no longer, once a read begins that sees their marks. */
  let seenNext: string[] = [];
  let failure: unknown;
  const underWay = new Set<Promise<void>>();
  const batcher = new Batcher<readonly EventRow[], undefined>({
    itemsMax: batchesMax,
    inFlightMax: 1,
    flush: async (batches) => {
      await markPublished(events, batches.flat());
      return batches.map(() => undefined);
    },
  });

  const mark = async (rows: readonly EventRow[]) => {
    try {
      await batcher.add(rows);
    } catch (error) {
      failure = error;
    }
    seenNext.push(...rows.map(({ _id }) => _id));
  };

  return {
    beginRead: () => {
      for (const id of seenNext) known.delete(id);
      seenNext = [];
      if (failure === undefined) return;
      const thrown = failure;
      failure = undefined;
      throw thrown;
    },
    has: ({ _id }) => known.has(_id),
    add: (rows) => {
      for (const { _id } of rows) known.add(_id);
      const marking = mark(rows).finally(() => underWay.delete(marking));
      underWay.add(marking);
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
};
