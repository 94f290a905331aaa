import type { Kafka } from 'kafkajs-mended';
import { withAdmin } from './group-places.ts';

export interface PartitionSeen {
  readonly partition: number;
  readonly first: number;
  /** The offset that the next message will have. */
  readonly next: number;
  readonly hasLeader: boolean;
}

export interface TopicSeen {
  /** As Kafka calls it, with the prefix. */
  readonly topic: string;
  readonly exists: boolean;
  /** `retention.ms`; -1 keeps messages for good. */
  readonly retentionMs?: number;
  readonly partitions: readonly PartitionSeen[];
}

type Admin = ReturnType<Kafka['admin']>;

/** Kafka's own number for the kind of thing that a configuration belongs to. */
const topicResource = 2;

const retentionsOf = async (admin: Admin, topics: readonly string[]) => {
  const { resources } = await admin.describeConfigs({
    includeSynonyms: false,
    resources: topics.map((name) => ({ type: topicResource, name, configNames: ['retention.ms'] })),
  });
  return new Map(
    resources.map(({ resourceName, configEntries }) => [
      resourceName,
      Number(configEntries[0]?.configValue),
    ]),
  );
};

const partitionsOf = async (admin: Admin, topic: string): Promise<PartitionSeen[]> => {
  const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
  const known = topics[0]?.partitions ?? [];
  const isLed = known.every(({ leader }) => leader >= 0);
  // Offsets are the leader's to tell; asking for them where there is none waits in vain.
  const offsets = isLed ? await admin.fetchTopicOffsets(topic) : [];
  return known
    .map(({ partitionId, leader }) => {
      const ends = offsets.find(({ partition }) => partition === partitionId);
      return {
        partition: partitionId,
        first: Number(ends?.low ?? 0),
        next: Number(ends?.high ?? 0),
        hasLeader: leader >= 0,
      };
    })
    .sort((one, other) => one.partition - other.partition);
};

/** How these topics are, one by one; a topic that is missing is among them. */
export const topicsSeen = (kafka: Kafka, topics: readonly string[]): Promise<TopicSeen[]> =>
  withAdmin(kafka, async (admin) => {
    const existing = new Set(await admin.listTopics());
    const present = topics.filter((topic) => existing.has(topic));
    const retentions = present.length === 0 ? new Map() : await retentionsOf(admin, present);
    return Promise.all(
      topics.map(async (topic) => {
        if (!existing.has(topic)) return { topic, exists: false, partitions: [] };
        const retentionMs: number | undefined = retentions.get(topic);
        return {
          topic,
          exists: true,
          ...(retentionMs !== undefined && { retentionMs }),
          partitions: await partitionsOf(admin, topic),
        };
      }),
    );
  });

export interface ClusterSeen {
  readonly brokers: readonly string[];
  readonly controller?: number;
}

export const clusterSeen = (kafka: Kafka): Promise<ClusterSeen> =>
  withAdmin(kafka, async (admin) => {
    const { brokers, controller } = await admin.describeCluster();
    return {
      brokers: brokers.map(({ host, port }) => `${host}:${port}`),
      ...(controller !== null && { controller }),
    };
  });
