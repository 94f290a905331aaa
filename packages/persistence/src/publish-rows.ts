import type { Collection } from 'mongodb';
import { markPublished } from './pending-rows.ts';
import type { EventRow } from './rows.ts';

export interface PublishOptions {
  readonly events: Collection<EventRow>;
  /** Hands rows to the broker in their order; fulfilled once the broker has all of them for good. */
  readonly publish: (rows: readonly EventRow[], signal: AbortSignal) => Promise<void>;
  readonly onError: (message: string, error: unknown) => void;
}

/** How long one publication may take before it is given up and begun anew. */
const publishMsMax = 60_000;
const stuckMs = 6_000;
/** So many streams refused one after the other, and nothing taken: it is not the streams, it is the broker. */
const refusedMax = 3;

/** Publishes rows and marks them; in that order, so that a crash between the two publishes them again. */
export const rowPublisher = (
  { events, publish, onError }: PublishOptions,
  stopping: AbortSignal,
) => {
  let waitingSince: number | undefined;

  const publishAndMark = async (rows: readonly EventRow[]) => {
    waitingSince = Date.now();
    try {
      await publish(rows, AbortSignal.any([stopping, AbortSignal.timeout(publishMsMax)]));
    } finally {
      waitingSince = undefined;
    }
    await markPublished(events, rows);
  };

  /** What the broker refuses holds up its own stream: the others leave one by one. */
  const publishApart = async (rows: readonly EventRow[]) => {
    const errors: unknown[] = [];
    let refusedInARow = 0;
    for (const stream of Map.groupBy(rows, ({ topic, key }) => `${topic}/${key}`).values()) {
      try {
        await publishAndMark(stream);
        refusedInARow = 0;
      } catch (error) {
        errors.push(error);
        refusedInARow += 1;
        if (stopping.aborted || refusedInARow === refusedMax) break;
        onError(`${stream[0]?.topic} ${stream[0]?.key} could not be published`, error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'Some streams could not be published');
  };

  return {
    publish: async (rows: readonly EventRow[]): Promise<void> => {
      try {
        await publishAndMark(rows);
      } catch (error) {
        if (stopping.aborted) throw error;
        onError('Rows could not be published together; now each stream by itself', error);
        await publishApart(rows);
      }
    },
    /** The broker has not answered for so long that another relay may have better luck. */
    isStuck: (): boolean => waitingSince !== undefined && Date.now() - waitingSince > stuckMs,
  };
};
