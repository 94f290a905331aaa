import { type PartitionSeen, type TopicSeen, topicsSeen } from '@steward/bus';
import { table } from './table.ts';
import { type Setting, verb } from './verb.ts';

interface Flags {
  readonly partitions: boolean;
}

interface Topic extends TopicSeen {
  readonly messages: number;
}

interface Line extends PartitionSeen {
  readonly topic: string;
}

const topicStateOf = ({ exists, partitions }: Topic): string => {
  if (!exists) return 'missing';
  return partitions.every(({ hasLeader }) => hasLeader) ? 'led' : 'no leader';
};

const topicsText = (topics: readonly Topic[]): string =>
  table<Topic>(
    [
      { name: 'topic', of: ({ topic }) => topic },
      { name: 'partitions', of: ({ partitions }) => partitions.length },
      { name: 'messages', of: ({ messages }) => messages },
      { name: 'kept', of: ({ retentionMs }) => (retentionMs === -1 ? 'for good' : retentionMs) },
      { name: 'state', of: topicStateOf },
    ],
    topics,
  );

const partitionsText = (topics: readonly Topic[]): string =>
  table<Line>(
    [
      { name: 'topic', of: ({ topic }) => topic },
      { name: 'partition', of: ({ partition }) => partition },
      { name: 'messages', of: ({ first, next }) => next - first },
      { name: 'first', of: ({ first }) => first },
      { name: 'next', of: ({ next }) => next },
      { name: 'state', of: ({ hasLeader }) => (hasLeader ? 'led' : 'no leader') },
    ],
    topics.flatMap(({ topic, partitions }) =>
      partitions.map((partition) => ({ topic, ...partition })),
    ),
  );

export const topicsVerb = (setting: Setting) =>
  verb<Flags>(
    'topics',
    'per topic its partitions, messages and offsets',
    setting,
    async ({ at, flags: { partitions } }) => {
      const topics = (await topicsSeen(at.kafka, at.topics)).map((topic) => ({
        ...topic,
        messages: topic.partitions.reduce((sum, { first, next }) => sum + next - first, 0),
      }));
      return { json: topics, text: partitions ? partitionsText(topics) : topicsText(topics) };
    },
  ).option('--partitions', 'one line for each partition, with its offsets', false);
