import type { connectKafka } from '@steward/bus';
import type { MongoClient } from 'mongodb';
import type { OffsetSample } from './facts.ts';
import type { Entry, ServiceModel } from './model.ts';
import { readProgress } from './read-databases.ts';

type Admin = ReturnType<ReturnType<typeof connectKafka>['admin']>;

export interface Ground {
  readonly admin: Admin;
  readonly client: MongoClient;
  readonly namespace: string;
  readonly topicPrefix: string;
}

export const groupIdOf = (namespace: string, { name }: Entry): string => `${namespace}.${name}`;

/** What a group has told Kafka, for every partition of which it has told anything. */
export const committedOf = async (
  { admin, namespace, topicPrefix }: Omit<Ground, 'client'>,
  entry: Entry,
): Promise<OffsetSample['committed']> => {
  const found = await admin.fetchOffsets({
    groupId: groupIdOf(namespace, entry),
    topics: entry.topics.map((topic) => `${topicPrefix}${topic}`),
  });
  return found.flatMap(({ topic, partitions }) =>
    partitions
      .map(({ partition, offset }) => ({
        topic: topic.slice(topicPrefix.length),
        partition,
        offset: Number(offset),
      }))
      .filter(({ offset }) => offset >= 0),
  );
};

/**
 * The offsets first and the effects after them: what is not there now was not there when the offset was told.
 */
export const sampleOffsets = async (
  ground: Ground,
  models: readonly ServiceModel[],
): Promise<readonly OffsetSample[]> => {
  const samples: OffsetSample[] = [];
  for (const { name, entries } of models) {
    const at = new Date().toISOString();
    const committed = new Map<string, OffsetSample['committed']>();
    for (const entry of entries) committed.set(entry.name, await committedOf(ground, entry));
    const progress = await readProgress(ground.client, ground.namespace, name);
    for (const [entry, told] of committed)
      samples.push({ at, entry, committed: told, ...progress });
  }
  return samples;
};
