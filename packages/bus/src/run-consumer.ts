import { setTimeout as sleep } from 'node:timers/promises';
import { reach } from '@steward/persistence';
import type { Kafka, Consumer as KafkaConsumer, KafkaMessage } from 'kafkajs-mended';
import { BatchWorker } from './batch-worker.ts';
import { fromMessage, type Received, type Unreadable } from './message.ts';
import { Offsets } from './offsets.ts';
import type { Log, Process } from './processing.ts';
import { valve } from './valve.ts';

export interface ConsumerOptions {
  readonly kafka: Kafka;
  readonly groupId: string;
  readonly topics: readonly string[];
  /** In front of every topic's name on the cluster. */
  readonly topicPrefix: string;
  readonly process: Process;
  /** Takes up a stream whose gap has been filled. */
  readonly drain: (guardId: string) => Promise<unknown>;
  /** Keeps a message that cannot even be told to belong to a stream. */
  readonly setAsideUnreadable: (message: UnreadableMessage, why: string) => Promise<void>;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** The group is lost for good, and only a restart of the process helps. */
  readonly onFatal: (error: unknown) => void;
  /** Hears of every event that has had its effect how many seconds ago it was recorded. */
  readonly onTakenIn?: ((seconds: number) => void) | undefined;
  readonly pace?: Pace | undefined;
}

export interface Pace {
  /** How much a fetch may bring of one partition. */
  readonly bytesPerPartition: number;
  /** How often the group says how far it is. */
  readonly commitEveryMs: number;
}

export interface RunningConsumer {
  readonly groupId: string;
  lag(): number;
  /** Messages that have been fetched and have not had their effect yet. */
  inFlight(): number;
  /** Lets the batch in hand finish, commits, and leaves the group. */
  stop(): Promise<void>;
}

/** A message that could not be read, whole, for whoever finds it set aside. */
export interface UnreadableMessage {
  readonly topic: string;
  readonly partition: number;
  readonly message: KafkaMessage;
}

/**
 * A message on its way through the queue, read as it came: what it is read from, a buffer for each header,
 * would otherwise live as long as the queue is and cost the collector more than the reading does.
 */
interface Queued {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly read: Received | (Unreadable & { readonly message: KafkaMessage });
  readonly bytes: number;
  /** When it was recorded, where somebody wants to know. */
  readonly recordedAt: string | undefined;
}

const paceOfServices: Pace = { bytesPerPartition: 512 * 1024, commitEveryMs: 1_000 };
/** How long a stop waits for the batch in hand; what is cut off is read again after the next start. */
const stopMsMax = 10_000;
/** How long it waits for Kafka to hear of it; a group notices by itself who is gone. */
const leaveMsMax = 5_000;

const consumerOf = (
  { kafka, groupId, signal }: ConsumerOptions,
  { bytesPerPartition }: Pace,
): KafkaConsumer =>
  kafka.consumer({
    groupId,
    // What arrives is answered at once; this is how long a stop or a rebalance has to wait for the fetch under way.
    maxWaitTimeInMs: 1_000,
    maxBytesPerPartition: bytesPerPartition,
    sessionTimeout: 15_000,
    heartbeatInterval: 3_000,
    retry: { restartOnFailure: async () => !signal.aborted },
  });

const takeInWith =
  ({ process, drain, setAsideUnreadable }: ConsumerOptions) =>
  async (batch: readonly Queued[]): Promise<void> => {
    const received: Received[] = [];
    for (const { topic, partition, read } of batch) {
      if ('unreadable' in read)
        await setAsideUnreadable({ topic, partition, message: read.message }, read.unreadable);
      else received.push(read);
    }
    if (received.length === 0) return;
    for (const guardId of await process(received)) await drain(guardId);
  };

const queuedOf =
  ({ topicPrefix, onTakenIn }: ConsumerOptions, topic: string, partition: number) =>
  (message: KafkaMessage): Queued => {
    const read = fromMessage(topic.slice(topicPrefix.length), message);
    return {
      topic,
      partition,
      offset: message.offset,
      read: 'unreadable' in read ? { ...read, message } : read,
      bytes: message.value?.length ?? 0,
      recordedAt: onTakenIn && message.headers?.ce_recordedtime?.toString('latin1'),
    };
  };

/** Tells how long each message took from when it was recorded; those that do not say so are left out. */
const tellingAges =
  (tell: (seconds: number) => void) =>
  (batch: readonly Queued[]): void => {
    const now = Date.now();
    for (const { recordedAt } of batch) {
      const recordedMs = Date.parse(recordedAt ?? '');
      if (!Number.isNaN(recordedMs)) tell(Math.max(0, now - recordedMs) / 1_000);
    }
  };

/** Commits what has had its effect, every so often and one commit at a time. */
const committing = (
  consumer: KafkaConsumer,
  { offsets, log, commitEveryMs }: { offsets: Offsets; log: Log; commitEveryMs: number },
) => {
  let underWay = Promise.resolve();

  const commit = async () => {
    const done = offsets.takeNew();
    if (done.length === 0) return;
    reach('before-offset-commit');
    try {
      await consumer.commitOffsets(done);
    } catch (error) {
      // The next generation reads from the last commit, and the guards know what was done since.
      offsets.giveBack();
      log('warn', 'Offsets could not be committed', { error });
    }
  };

  const next = () => {
    underWay = underWay.then(commit);
    return underWay;
  };
  const timer = setInterval(() => void next(), commitEveryMs);

  return {
    /** Commits what is left, and no more after that. */
    end: (): Promise<void> => {
      clearInterval(timer);
      return next();
    },
  };
};

/**
 * Kafka's side of a consumer. kafkajs fetches nothing while a batch is being handled, so its handler only
 * queues, and a worker of our own takes the messages in. Offsets are committed after the effects, and only
 * for tooling and restarts: what takes effect once is decided by the guards.
 */
export const runConsumer = async (options: ConsumerOptions): Promise<RunningConsumer> => {
  const { groupId, topicPrefix, signal, onFatal, pace = paceOfServices } = options;
  const topics = options.topics.map((topic) => `${topicPrefix}${topic}`);
  const log: Log = (level, message, fields) => options.log(level, message, { groupId, ...fields });
  const consumer = consumerOf(options, pace);
  const offsets = new Offsets();
  const flow = valve(consumer, () => worker, log);
  const tellAges = options.onTakenIn && tellingAges(options.onTakenIn);
  const worker: BatchWorker<Queued> = new BatchWorker<Queued>({
    takeIn: takeInWith(options),
    onDone: (batch) => {
      for (const { topic, partition, offset } of batch) offsets.done(topic, partition, offset);
      tellAges?.(batch);
    },
    onShorter: flow.openIfShort,
    bytesOf: ({ bytes }) => bytes,
    log,
    signal,
  });

  consumer.on(consumer.events.GROUP_JOIN, ({ payload: { memberAssignment } }) => {
    offsets.assign(memberAssignment);
    // What stays ours stays queued: kafkajs may go on behind it, without reading it again.
    worker.keepOnly(({ topic, partition }) => offsets.isAssigned(topic, partition));
    flow.open();
    reach('during-rebalance');
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart && !signal.aborted) onFatal(payload.error);
  });

  const begin = async () => {
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatch: async ({ batch: { topic, partition, messages, highWatermark } }) => {
        const [first] = messages;
        // A fetch of the generation before may end after the join of the next.
        if (!first || !offsets.isAssigned(topic, partition)) return;
        offsets.fetched(topic, partition, first.offset, highWatermark);
        worker.add(messages.map(queuedOf(options, topic, partition)));
        flow.closeIfLong(topic, partition);
      },
    });
  };
  try {
    await begin();
  } catch (error) {
    // What had been connected must not outlive the failed start; why it failed says more than how that ended.
    await consumer.disconnect().catch(() => undefined);
    throw error;
  }
  const commits = committing(consumer, { offsets, log, ...pace });
  const leave = async () => {
    try {
      await commits.end();
      await consumer.disconnect();
    } catch (error) {
      log('warn', 'The group could not be left', { error });
    }
  };

  return {
    groupId,
    lag: () => offsets.lag(),
    inFlight: () => worker.length + worker.underWay,
    stop: async () => {
      await Promise.race([worker.idle(), sleep(stopMsMax, undefined, { ref: false })]);
      await Promise.race([leave(), sleep(leaveMsMax, undefined, { ref: false })]);
    },
  };
};
