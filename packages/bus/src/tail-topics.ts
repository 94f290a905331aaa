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
  /** As Kafka calls them; those that it does not have yet are passed over. */
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

type Begins = ReadonlyMap<
  string,
  readonly { readonly partition: number; readonly offset: string }[]
>;

/** Where to begin in each topic that there is, told before the first fetch so that nothing is missed. */
const beginsOf = ({ kafka, topics, from }: TailOptions): Promise<Begins> =>
  withAdmin(kafka, async (admin) => {
    const existing = new Set(await admin.listTopics());
    const present = topics.filter((topic) => existing.has(topic));
    if (present.length === 0) throw new Error(`Kafka has none of ${topics.join(', ')}`);
    const begins = present.map(async (topic) => {
      if (from instanceof Date)
        return [topic, await admin.fetchTopicOffsetsByTimestamp(topic, from.getTime())] as const;
      const ends = await admin.fetchTopicOffsets(topic);
      const offsets = ends.map(({ partition, low, high }) => ({
        partition,
        offset: from === 'beginning' ? low : high,
      }));
      return [topic, offsets] as const;
    });
    return new Map(await Promise.all(begins));
  });

/** Lets each message through once, from where it was to begin: a group that joins anew reads from the start. */
const onceFrom = (begins: Begins) => {
  const next = new Map<string, bigint>(
    [...begins].flatMap(([topic, partitions]) =>
      partitions.map(({ partition, offset }) => [`${topic}/${partition}`, BigInt(offset)] as const),
    ),
  );
  return (topic: string, partition: number, offset: string): boolean => {
    const place = `${topic}/${partition}`;
    if (BigInt(offset) < (next.get(place) ?? 0n)) return false;
    next.set(place, BigInt(offset) + 1n);
    return true;
  };
};

/** Hands on every message of some topics, from some moment on, until the signal comes. */
export const tailTopics = async (options: TailOptions): Promise<void> => {
  const { kafka, groupId, topicPrefix, signal, onMessage } = options;
  const begins = await beginsOf(options);
  const isNew = onceFrom(begins);
  const consumer = kafka.consumer({ groupId, maxWaitTimeInMs: 250, sessionTimeout: 15_000 });
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => resolve(), { once: true });
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) reject(payload.error);
  });
  let isPlaced = false;
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [...begins.keys()], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ topic, partition, message }) => {
        if (isPlaced && !signal.aborted && isNew(topic, partition, message.offset))
          onMessage(passingOf(topicPrefix, topic, partition, message));
      },
    });
    for (const [topic, partitions] of begins)
      for (const place of partitions) consumer.seek({ topic, ...place });
    isPlaced = true;
    if (!signal.aborted) await ended;
  } finally {
    await consumer.disconnect();
    await withAdmin(kafka, (admin) => admin.deleteGroups([groupId]));
  }
};
