import type { NounContract } from '@steward/contracts';
import type { Kafka } from 'kafkajs-mended';

export interface TopicSettings {
  readonly partitions: number;
  readonly replicationFactor: number;
  /** Keeps several platforms apart on one cluster. */
  readonly topicPrefix?: string;
}

/** Makes the topics that are missing. Events are kept for good: read models are rebuilt from them. */
export const ensureTopics = async (
  kafka: Kafka,
  nouns: readonly Pick<NounContract, 'topic'>[],
  { partitions, replicationFactor, topicPrefix = '' }: TopicSettings,
): Promise<void> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const existing = new Set(await admin.listTopics());
    const missing = nouns
      .map(({ topic }) => `${topicPrefix}${topic}`)
      .filter((topic) => !existing.has(topic));
    if (missing.length === 0) return;
    await admin.createTopics({
      waitForLeaders: true,
      topics: missing.map((topic) => ({
        topic,
        numPartitions: partitions,
        replicationFactor,
        configEntries: [{ name: 'retention.ms', value: '-1' }],
      })),
    });
  } finally {
    await admin.disconnect();
  }
};
