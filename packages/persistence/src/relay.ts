import { randomUUID } from 'node:crypto';
import { type Backlog, measureBacklog, noBacklog } from './backlog.ts';
import { commitStream } from './commit-stream.ts';
import { Doorbell } from './doorbell.ts';
import { type LaneCollections, laneLeases, renewMs } from './lanes.ts';
import { pendingRows } from './pending-rows.ts';
import { type PublishOptions, rowPublisher } from './publish-rows.ts';

export interface RelayOptions extends LaneCollections, PublishOptions {
  readonly doorbell: Doorbell;
}

export interface Relay {
  /** At most a few seconds old, also while the broker is away. */
  backlog(): Backlog;
  /** Publishes what is pending, as far as the broker takes it, gives its lanes up, and ends. */
  stop(): Promise<void>;
}

const idleMs = 250;
const failedMs = 500;
/** How long a stop waits for the broker; what it did not take stays pending for the next relay. */
const stopMsMax = 5_000;

/** Goes through the lanes in rounds, so that a busy one cannot keep the others waiting. */
const laneRounds = (
  { events }: Pick<RelayOptions, 'events'>,
  publish: ReturnType<typeof rowPublisher>['publish'],
) => {
  let reached = -1;

  /** Publishes the next rows of a round; answers whether there were none in any of the lanes. */
  return async (lanes: readonly number[]): Promise<boolean> => {
    const ahead = lanes.filter((lane) => lane > reached);
    const { rows, isAll } =
      ahead.length === 0 ? { rows: [], isAll: true } : await pendingRows(events, ahead);
    const isWholeRound = reached < 0;
    // Before publishing, so that rows which cannot leave do not keep the lanes behind them waiting.
    reached = isAll ? -1 : (rows.at(-1)?.lane ?? -1);
    if (rows.length > 0) await publish(rows);
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
  const publisher = rowPublisher(options, impatient.signal);
  const publishNext = laneRounds(options, publisher.publish);
  const houseBell = new Doorbell();
  let lanes: readonly number[] = [];
  let backlog = noBacklog;
  let isStopping = false;

  const publishUntilStopped = async () => {
    for (let isDone = false; !isDone; ) {
      const isLast = isStopping;
      try {
        const isIdle = await publishNext(lanes);
        isDone = isLast && isIdle;
        if (isIdle && !isStopping) await doorbell.wait(idleMs);
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
      clearTimeout(impatience);
      await leave();
    },
  };
};
