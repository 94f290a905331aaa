import type { Kafka, KafkaMessage } from 'kafkajs-mended';
import { withAdmin } from './group-places.ts';
import { fromMessage, type Received, type Unreadable } from './message.ts';

/** A message as it passes: what it says, and where it stands. */
export interface Passing {
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  /** When its service wrote it down; absent where it does not say so. */
  readonly recordedAt?: string;
  readonly message: Received | Unreadable;
}

export interface TailOptions {
  readonly kafka: Kafka;
  /** A group that nobody else has; it is deleted at the end. */
  readonly groupId: string;
  /** As Kafka calls them. */
  readonly topics: readonly string[];
  readonly topicPrefix: string;
  readonly from: 'beginning' | 'end' | Date;
  readonly signal: AbortSignal;
  readonly onMessage: (passing: Passing) => void;
}

const passingOf = (
  topicPrefix: string,
  topic: string,
  partition: number,
  message: KafkaMessage,
): Passing => {
  const plain = topic.slice(topicPrefix.length);
  const recordedAt = message.headers?.ce_recordedtime;
  return {
    topic: plain,
    partition,
    offset: message.offset,
    ...(recordedAt !== undefined && { recordedAt: String(recordedAt) }),
    message: fromMessage(plain, message),
  };
};

/** Tells the group where to begin before it has a member, so that nothing is missed while it joins. */
const placeGroup = ({ kafka, groupId, topics, from }: TailOptions): Promise<void> =>
  withAdmin(kafka, async (admin) => {
    for (const topic of topics) {
      const ends = await admin.fetchTopicOffsets(topic);
      const begins =
        from instanceof Date
          ? await admin.fetchTopicOffsetsByTimestamp(topic, from.getTime())
          : ends.map(({ partition, low, high }) => ({
              partition,
              offset: from === 'beginning' ? low : high,
            }));
      await admin.setOffsets({ groupId, topic, partitions: begins });
    }
  });

/** Hands on every message of some topics, from some moment on, until the signal comes. */
export const tailTopics = async (options: TailOptions): Promise<void> => {
  const { kafka, groupId, topics, topicPrefix, signal, onMessage } = options;
  await placeGroup(options);
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 250, sessionTimeout: 15_000 });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => resolve(), { once: true });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) reject(payload.error);
  });
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, partition, message }) => {
        if (!signal.aborted) onMessage(passingOf(topicPrefix, topic, partition, message));
      },
    });
    if (!signal.aborted) await ended;
  } finally {
    await consumer.disconnect();
    await withAdmin(kafka, (admin) => admin.deleteGroups([groupId]));
  }
};
