import type {
  EachBatchPayload,
  Kafka,
  Consumer as KafkaConsumer,
  KafkaMessage,
} from 'kafkajs-mended';
import { BatchWorker } from './batch-worker.ts';
import { fromMessage, type Received } from './message.ts';
import { Offsets } from './offsets.ts';
import type { Log, Process } from './processing.ts';

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
  readonly setAsideUnreadable: (queued: Queued, why: string) => Promise<void>;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** The group is lost for good, and only a restart of the process helps. */
  readonly onFatal: (error: unknown) => void;
}

export interface RunningConsumer {
  readonly groupId: string;
  lag(): number;
  /** Lets the batch in hand finish, commits, and leaves the group. */
  stop(): Promise<void>;
}

export interface Queued {
  readonly topic: string;
  readonly partition: number;
  readonly message: KafkaMessage;
}

const queueMax = 2_000;
const commitEveryMs = 1_000;

const consumerOf = (kafka: Kafka, groupId: string): KafkaConsumer =>
  kafka.consumer({
    groupId,
    // Also how long a resume or a stop has to wait for the poll under way.
    maxWaitTimeInMs: 250,
    maxBytesPerPartition: 512 * 1024,
    sessionTimeout: 15_000,
    heartbeatInterval: 3_000,
    retry: { restartOnFailure: async () => true },
  });

const takeInWith =
  ({ process, drain, setAsideUnreadable, topicPrefix }: ConsumerOptions) =>
  async (batch: readonly Queued[]): Promise<void> => {
    const received: Received[] = [];
    for (const queued of batch) {
      const read = fromMessage(queued.topic.slice(topicPrefix.length), queued.message);
      if ('unreadable' in read) await setAsideUnreadable(queued, read.unreadable);
      else received.push(read);
    }
    if (received.length === 0) return;
    for (const guardId of await process(received)) await drain(guardId);
  };

const commit = async (consumer: KafkaConsumer, offsets: Offsets, log: Log): Promise<void> => {
  const done = offsets.takeNew();
  if (done.length === 0) return;
  try {
    await consumer.commitOffsets(done);
  } catch (error) {
    // The next generation reads from the last commit, and the guards know what was done since.
    log('warn', 'Offsets could not be committed', { error });
  }
};

/** Stops fetching while too much is queued, and fetches again when the queue has become short. */
const valve = (consumer: KafkaConsumer, queueLength: () => number) => {
  let paused: { topic: string; partitions: number[] }[] = [];
  return {
    closeIfLong: ({ batch: { topic, partition }, pause }: EachBatchPayload) => {
      if (queueLength() <= queueMax) return;
      pause();
      paused.push({ topic, partitions: [partition] });
    },
    openIfShort: () => {
      if (paused.length === 0 || queueLength() > queueMax / 2) return;
      consumer.resume(paused);
      paused = [];
    },
    forget: () => {
      paused = [];
    },
  };
};

/**
 * Kafka's side of a consumer. kafkajs fetches nothing while a batch is being handled, so its handler only
 * queues, and a worker of our own takes the messages in. Offsets are committed after the effects, and only
 * for tooling and restarts: what takes effect once is decided by the guards.
 */
export const runConsumer = async (options: ConsumerOptions): Promise<RunningConsumer> => {
  const { kafka, groupId, topicPrefix, signal, onFatal } = options;
  const topics = options.topics.map((topic) => `${topicPrefix}${topic}`);
  const log: Log = (level, message, fields) => options.log(level, message, { groupId, ...fields });
  const consumer = consumerOf(kafka, groupId);
  const offsets = new Offsets();
  const flow = valve(consumer, () => worker.length);
  const worker: BatchWorker<Queued> = new BatchWorker<Queued>({
    takeIn: takeInWith(options),
    onDone: (batch) => {
      for (const { topic, partition, message } of batch)
        offsets.done(topic, partition, message.offset);
    },
    onShorter: flow.openIfShort,
    log,
    signal,
  });

  consumer.on(consumer.events.GROUP_JOIN, () => {
    worker.startGeneration();
    flow.forget();
    offsets.clear();
  });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) onFatal(payload.error);
  });

  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async (payload) => {
      const { topic, partition, messages, highWatermark } = payload.batch;
      offsets.seen(topic, partition, highWatermark);
      worker.add(messages.map((message) => ({ topic, partition, message })));
      flow.closeIfLong(payload);
    },
  });
  const committing = setInterval(() => void commit(consumer, offsets, log), commitEveryMs);

  return {
    groupId,
    lag: () => offsets.lag(),
    stop: async () => {
      clearInterval(committing);
      consumer.pause(topics.map((topic) => ({ topic })));
      await worker.idle();
      await commit(consumer, offsets, log);
      await consumer.disconnect();
    },
  };
};
