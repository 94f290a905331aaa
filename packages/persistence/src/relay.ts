import { randomUUID } from 'node:crypto';
import type { Collection } from 'mongodb';
import { commitStream } from './commit-stream.ts';
import type { Doorbell } from './doorbell.ts';
import { type LaneCollections, laneLeases, renewMs } from './lanes.ts';
import type { EventRow } from './rows.ts';

export interface RelayOptions extends LaneCollections {
  readonly events: Collection<EventRow>;
  /** Hands rows to the broker in their order; fulfilled once the broker has all of them for good. */
  readonly publish: (rows: readonly EventRow[], signal: AbortSignal) => Promise<void>;
  readonly doorbell: Doorbell;
  readonly onError: (message: string, error: unknown) => void;
}

export interface Backlog {
  readonly pending: number;
  /** Seconds since the oldest row that is still to be published was written; 0 when there is none. */
  readonly oldestSeconds: number;
}

export interface Relay {
  /** As of the last renewal of the leases, at most a few seconds ago. */
  backlog(): Backlog;
  /** Publishes what it holds in hand, gives its lanes up, and ends. */
  stop(): Promise<void>;
}

const rowsMax = 500;
const idleMs = 250;
const failedMs = 500;
/** How long a stop waits for the broker; what it did not take stays pending for the next relay. */
const stopMsMax = 5_000;
const backlogCountMax = 200_000;

const measure = async (events: Collection<EventRow>): Promise<Backlog> => {
  const pending = await events.countDocuments({ pending: true }, { limit: backlogCountMax });
  if (pending === 0) return { pending, oldestSeconds: 0 };
  const [oldest] = await events
    .aggregate<{ at: Date }>([
      { $match: { pending: true } },
      { $group: { _id: null, at: { $min: '$recordedAt' } } },
    ])
    .toArray();
  const seconds = oldest ? (Date.now() - oldest.at.getTime()) / 1000 : 0;
  return { pending, oldestSeconds: Math.max(0, seconds) };
};

/** The rows of these lanes that the broker may not have yet, in the order in which they must leave. */
const pendingRows = (events: Collection<EventRow>, lanes: readonly number[]) =>
  events
    .find({ pending: true, lane: { $in: [...lanes] } }, { readConcern: { level: 'snapshot' } })
    .sort({ lane: 1, position: 1 })
    .limit(rowsMax)
    .toArray();

/** A mark that is lost costs a second publication and nothing else, so it need not wait for the journal. */
const markPublished = (events: Collection<EventRow>, rows: readonly EventRow[]) =>
  events.updateMany(
    { _id: { $in: rows.map(({ _id }) => _id) } },
    { $unset: { pending: 1 } },
    { writeConcern: { w: 1 } },
  );

/**
 * Publishes rows until none is pending. Rows are the truth: the ring after a commit, the change stream of
 * other processes' commits and the poll only say that it may be worth looking. A row leaves the pending
 * index after the broker's ack, so what a crash leaves half done is published again and dropped by guards.
 */
export const startRelay = (options: RelayOptions): Relay => {
  const { events, publish, doorbell, onError } = options;
  const leases = laneLeases(options, randomUUID());
  const otherCommits = commitStream(events, () => doorbell.ring(), onError);
  let held: readonly number[] = [];
  let reached = -1;
  let renewedAt = 0;
  let backlog: Backlog = { pending: 0, oldestSeconds: 0 };
  const stopping = new AbortController();
  let isStopping = false;

  const renew = async () => {
    if (Date.now() - renewedAt < renewMs) return;
    const renewed = await leases.renew();
    renewedAt = Date.now();
    held = renewed.lanes;
    // Alone, every commit rings the bell in this process; the stream would only cost.
    await otherCommits.listen(renewed.relays > 1);
    backlog = await measure(events);
  };

  /** Goes through the lanes in rounds, so that a busy one cannot keep the others waiting. */
  const publishNext = async (): Promise<boolean> => {
    await renew();
    const lanes = held.filter((lane) => lane > reached);
    const rows = lanes.length === 0 ? [] : await pendingRows(events, lanes);
    if (rows.length > 0) {
      await publish(rows, stopping.signal);
      await markPublished(events, rows);
    }
    const isRoundOver = rows.length < rowsMax;
    const wasWholeRound = reached < 0;
    reached = isRoundOver ? -1 : (rows.at(-1)?.lane ?? -1);
    return isRoundOver && wasWholeRound;
  };

  const run = async () => {
    while (!isStopping) {
      try {
        if (await publishNext()) await doorbell.wait(idleMs);
      } catch (error) {
        onError('Rows could not be published; they stay pending', error);
        await doorbell.wait(failedMs);
      }
    }
  };
  const running = run();

  return {
    backlog: () => backlog,
    stop: async () => {
      isStopping = true;
      doorbell.ring();
      const impatience = setTimeout(() => stopping.abort(), stopMsMax);
      await running;
      clearTimeout(impatience);
      await otherCommits.listen(false);
      await leases.leave();
    },
  };
};
