import { randomUUID } from 'node:crypto';
import type { connectKafka } from '@steward/bus';
import type { LogEntry } from './facts.ts';

type Kafka = ReturnType<typeof connectKafka>;
type Batch = Parameters<
  NonNullable<NonNullable<Parameters<ReturnType<Kafka['consumer']>['run']>[0]>['eachBatch']>
>[0]['batch'];
type Message = Batch['messages'][number];

/** Marks what the suite itself puts on a topic. */
export const poisonHeader = 'steward-poison';

const text = ({ headers }: Message, name: string): string => String(headers?.[name] ?? '');

const entryOf = (topic: string, partition: number, message: Message): LogEntry => ({
  topic,
  partition,
  offset: Number(message.offset),
  key: String(message.key ?? ''),
  body: String(message.value ?? ''),
  ...(message.value === null && { isBodiless: true as const }),
  id: text(message, 'ce_id'),
  wire: text(message, 'ce_type'),
  at: text(message, 'ce_time'),
  version: Number(text(message, 'ce_sequence')) || 0,
  correlationId: text(message, 'ce_correlationid'),
  causationId: text(message, 'ce_causationid'),
  ...(text(message, poisonHeader) && { poison: text(message, poisonHeader) }),
});

/** Where each partition ends; those that hold nothing are left out. */
export const endsOf = async (
  kafka: Kafka,
  topics: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const ends = new Map<string, number>();
    for (const topic of topics)
      for (const { partition, high } of await admin.fetchTopicOffsets(topic))
        if (Number(high) > 0) ends.set(`${topic}/${partition}`, Number(high));
    return ends;
  } finally {
    await admin.disconnect();
  }
};

/** Reads topics from their beginning to where they end now. */
export const readLog = async (
  kafka: Kafka,
  { topics, topicPrefix }: { readonly topics: readonly string[]; readonly topicPrefix: string },
): Promise<readonly LogEntry[]> => {
  const names = topics.map((topic) => `${topicPrefix}${topic}`);
  const left = new Map(await endsOf(kafka, names));
  if (left.size === 0) return [];
  const groupId = `referee-${randomUUID()}`;
  const consumer = kafka.consumer({ groupId });
  const entries: LogEntry[] = [];
  const { promise: atEnd, resolve, reject } = Promise.withResolvers<void>();
  consumer.on(consumer.events.CRASH, ({ payload }) => {
    if (!payload.restart) reject(payload.error);
  });
  await consumer.connect();
  await consumer.subscribe({ topics: names, fromBeginning: true });
  await consumer.run({
    autoCommit: false,
    eachBatch: async ({ batch: { topic, partition, messages } }) => {
      const place = `${topic}/${partition}`;
      const end = left.get(place) ?? 0;
      for (const message of messages)
        if (Number(message.offset) < end)
          entries.push(entryOf(topic.slice(topicPrefix.length), partition, message));
      if (Number(messages.at(-1)?.offset ?? 0) + 1 >= end) left.delete(place);
      if (left.size === 0) resolve();
    },
  });
  await atEnd;
  await consumer.disconnect();
  return entries.toSorted(
    (one, other) =>
      one.topic.localeCompare(other.topic) ||
      one.partition - other.partition ||
      one.offset - other.offset,
  );
};
