import { randomUUID } from 'node:crypto';
import type { Collection } from 'mongodb';
import { type Backlog, measureBacklog, noBacklog } from './backlog.ts';
import { commitStream } from './commit-stream.ts';
import { Doorbell } from './doorbell.ts';
import { type LaneCollections, laneLeases, renewMs } from './lanes.ts';
import { type Marks, publishedMarks } from './marks.ts';
import { pendingRows } from './pending-rows.ts';
import { type PublishOptions, rowPublisher } from './publish-rows.ts';
import type { EventRow } from './rows.ts';

export interface RelayOptions extends LaneCollections, PublishOptions {
  readonly events: Collection<EventRow>;
  readonly doorbell: Doorbell;
}

export interface Relay {
  /** At most a few seconds old, also while the broker is away. */
  backlog(): Backlog;
  /** Publishes what is pending, as far as the broker takes it, gives its lanes up, and ends. */
  stop(): Promise<void>;
}

/** How long it sleeps where there was nothing to publish, and longer each time until there is. */
const idleMsMin = 250;
const idleMsMax = 2_000;
const failedMs = 500;
/** How long a stop waits for the broker; what it did not take stays pending for the next relay. */
const stopMsMax = 5_000;

/** Goes through the lanes in rounds, so that a busy one cannot keep the others waiting. */
const laneRounds = (
  { events }: Pick<RelayOptions, 'events'>,
  publish: ReturnType<typeof rowPublisher>['publish'],
  marks: Marks,
) => {
  let reached = -1;

  /** Publishes the next rows of a round; answers whether there were none in any of the lanes. */
  return async (lanes: readonly number[]): Promise<boolean> => {
    const ahead = lanes.filter((lane) => lane > reached);
    marks.beginRead();
    const { rows: found, isAll } =
      ahead.length === 0 ? { rows: [], isAll: true } : await pendingRows(events, ahead);
    const rows = found.filter((row) => !marks.has(row));
    const isWholeRound = reached < 0;
    // Before publishing, so that rows which cannot leave do not keep the lanes behind them waiting.
    reached = isAll ? -1 : (found.at(-1)?.lane ?? -1);
    if (rows.length > 0) await publish(rows);
    // As long as there is more than one read may hold, the next one would find the same rows once more.
    if (!isAll) await marks.settled();
    return isWholeRound && rows.length === 0;
  };
};

/**
 * Publishes rows until none is pending. Rows are the truth: the ring after a commit, the change stream of
 * other processes' commits and the poll only say that it may be worth looking. A row leaves the pending
 * index after the broker's ack, so what a crash leaves half done is published again and dropped by guards.
 */
export const startRelay = (options: RelayOptions): Relay => {
  const { events, doorbell, onError } = options;
  const leases = laneLeases(options, randomUUID());
  const otherCommits = commitStream(events, () => doorbell.ring(), onError);
  const impatient = new AbortController();
  const marks = publishedMarks(events);
  const publisher = rowPublisher(options, marks, impatient.signal);
  const publishNext = laneRounds(options, publisher.publish, marks);
  const houseBell = new Doorbell();
  let lanes: readonly number[] = [];
  let backlog = noBacklog;
  let idleMs = idleMsMin;
  let isStopping = false;

  const rest = async (isIdle: boolean) => {
    if (isIdle) await doorbell.wait(idleMs);
    idleMs = isIdle ? Math.min(idleMs * 2, idleMsMax) : idleMsMin;
  };

  const publishUntilStopped = async () => {
    for (let isDone = false; !isDone; ) {
      const isLast = isStopping;
      try {
        const isIdle = await publishNext(lanes);
        isDone = isLast && isIdle;
        if (!isStopping) await rest(isIdle);
      } catch (error) {
        onError('Rows could not be published; they stay pending', error);
        isDone = isStopping;
        if (!isDone) await doorbell.wait(failedMs);
      }
    }
  };

  const renew = async () => {
    const renewed = await leases.renew();
    const isMore = renewed.lanes.length > lanes.length;
    lanes = renewed.lanes;
    if (isMore) doorbell.ring();
    // Alone, every commit rings the bell in this process; the stream would only cost.
    await otherCommits.listen(renewed.relays > 1);
  };

  /** Runs beside the publishing, which a broker that is away holds up for as long as it is. */
  const keepHouseUntilStopped = async () => {
    while (!isStopping) {
      try {
        if (!publisher.isStuck()) await renew();
        backlog = await measureBacklog(events);
      } catch (error) {
        onError('The leases of the relay could not be renewed', error);
      }
      await houseBell.wait(renewMs);
    }
  };

  const leave = async () => {
    try {
      await otherCommits.listen(false);
      await leases.leave();
    } catch (error) {
      onError('The relay could not give up its lanes; their leases run out', error);
    }
  };

  const running = Promise.all([publishUntilStopped(), keepHouseUntilStopped()]);

  return {
    backlog: () => backlog,
    stop: async () => {
      isStopping = true;
      doorbell.ring();
      houseBell.ring();
      const impatience = setTimeout(() => impatient.abort(), stopMsMax);
      await running;
      await marks.settled();
      clearTimeout(impatience);
      await leave();
    },
  };
};
