import type { Marks } from './marks.ts';
import { reach } from './moment.ts';
import type { EventRow } from './rows.ts';

export interface PublishOptions {
  /** Hands rows to the broker in their order; fulfilled once the broker has all of them for good. */
  readonly publish: (rows: readonly EventRow[], signal: AbortSignal) => Promise<void>;
  readonly onError: (message: string, error: unknown) => void;
}

/** How long one publication may take before it is given up and begun anew. */
const publishMsMax = 60_000;
const stuckMs = 6_000;
/** So many streams refused one after the other, and nothing taken: it is not the streams, it is the broker. */
const refusedMax = 3;

type PartOf = (row: EventRow) => string;
const topicOf: PartOf = ({ topic }) => topic;
const streamOf: PartOf = ({ topic, key }) => `${topic}/${key}`;

/** Publishes rows and marks them; in that order, so that a crash between the two publishes them again. */
export const rowPublisher = (
  { publish, onError }: PublishOptions,
  marks: Marks,
  stopping: AbortSignal,
) => {
  let waitingSince: number | undefined;

  const publishAndMark = async (rows: readonly EventRow[]) => {
    waitingSince = Date.now();
    reach('before-publish');
    try {
      await publish(rows, AbortSignal.any([stopping, AbortSignal.timeout(publishMsMax)]));
    } finally {
      waitingSince = undefined;
    }
    marks.add(rows);
  };

  const publishPart = async (
    rows: readonly EventRow[],
    parts: readonly PartOf[],
  ): Promise<void> => {
    try {
      await publishAndMark(rows);
    } catch (error) {
      const [partOf, ...finer] = parts;
      if (stopping.aborted || !partOf) throw error;
      onError('Rows could not be published together', error);
      await publishApart([...Map.groupBy(rows, partOf).values()], finer);
    }
  };

  /** What the broker refuses holds up its own topic, and there its own stream: the others leave. */
  const publishApart = async (apart: readonly EventRow[][], finer: readonly PartOf[]) => {
    const errors: unknown[] = [];
    let refusedInARow = 0;
    for (const part of apart) {
      try {
        await publishPart(part, finer);
        refusedInARow = 0;
      } catch (error) {
        errors.push(error);
        refusedInARow += 1;
        if (stopping.aborted || refusedInARow === refusedMax) break;
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'Some rows could not be published');
  };

  return {
    publish: (rows: readonly EventRow[]): Promise<void> => publishPart(rows, [topicOf, streamOf]),
    /** The broker has not answered for so long that another relay may have better luck. */
    isStuck: (): boolean => waitingSince !== undefined && Date.now() - waitingSince > stuckMs,
  };
};
