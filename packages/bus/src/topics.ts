import { setTimeout as sleep } from 'node:timers/promises';
import type { NounContract } from '@steward/contracts';
import type { Admin, Kafka } from 'kafkajs-mended';
import { kafkajs } from './kafka/mended-kafkajs.ts';

export interface TopicSettings {
  readonly partitions: number;
  readonly replicationFactor: number;
  /** Keeps several platforms apart on one cluster. */
  readonly topicPrefix?: string;
}

const readyTriesMax = 50;
const readyWaitMs = 100;

/** A topic that somebody else has just made is listed before its partitions have leaders. */
const untilReady = async (admin: Admin, topics: readonly string[]): Promise<void> => {
  for (let tries = 1; ; tries += 1) {
    try {
      const { topics: found } = await admin.fetchTopicMetadata({ topics: [...topics] });
      const partitions = found.flatMap((topic) => topic.partitions);
      if (partitions.every(({ leader }) => leader >= 0)) return;
    } catch (error) {
      if (tries === readyTriesMax) throw error;
    }
    if (tries === readyTriesMax)
      throw new kafkajs.KafkaJSError(`No leaders for ${topics.join(', ')}`);
    await sleep(readyWaitMs);
  }
};

const create = async (
  admin: Admin,
  topics: readonly string[],
  { partitions, replicationFactor }: TopicSettings,
): Promise<void> => {
  const existing = new Set(await admin.listTopics());
  const missing = topics.filter((topic) => !existing.has(topic));
  if (missing.length === 0) return;
  await admin.createTopics({
    waitForLeaders: false,
    topics: missing.map((topic) => ({
      topic,
      numPartitions: partitions,
      replicationFactor,
      configEntries: [{ name: 'retention.ms', value: '-1' }],
    })),
  });
};

/** Makes the topics that are missing. Events are kept for good: read models are rebuilt from them. */
export const ensureTopics = async (
  kafka: Kafka,
  nouns: readonly Pick<NounContract, 'topic'>[],
  settings: TopicSettings,
): Promise<void> => {
  const topics = nouns.map(({ topic }) => `${settings.topicPrefix ?? ''}${topic}`);
  if (topics.length === 0) return;
  const admin = kafka.admin();
  await admin.connect();
  try {
    await create(admin, topics, settings);
    await untilReady(admin, topics);
  } finally {
    await admin.disconnect();
  }
};
