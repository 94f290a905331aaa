import type { Kafka } from 'kafkajs-mended';

type Admin = ReturnType<Kafka['admin']>;

/** Where one partition begins and ends, and how far a group has come in it. */
export interface GroupPlace {
  readonly topic: string;
  readonly partition: number;
  readonly low: number;
  readonly high: number;
  /** The next offset to take in; absent where the group has never committed one. */
  readonly committed?: number;
}

export const withAdmin = async <Result>(
  kafka: Kafka,
  run: (admin: Admin) => Promise<Result>,
): Promise<Result> => {
  const admin = kafka.admin();
  await admin.connect();
  try {
    return await run(admin);
  } finally {
    await admin.disconnect();
  }
};

/** Answers for the topics as Kafka calls them, partition by partition. */
export const groupPlaces = async (
  admin: Admin,
  groupId: string,
  topics: readonly string[],
): Promise<GroupPlace[]> => {
  const committed = await admin.fetchOffsets({ groupId, topics: [...topics] });
  const places = committed.map(async ({ topic, partitions }) => {
    const offsetOf = new Map(
      partitions.map(({ partition, offset }) => [partition, Number(offset)]),
    );
    const ends = await admin.fetchTopicOffsets(topic);
    return ends.map(({ partition, low, high }) => {
      const offset = offsetOf.get(partition) ?? -1;
      const place = { topic, partition, low: Number(low), high: Number(high) };
      return offset < 0 ? place : { ...place, committed: offset };
    });
  });
  return (await Promise.all(places))
    .flat()
    .sort((one, other) => one.topic.localeCompare(other.topic) || one.partition - other.partition);
};

/** What a group has still to take in of a partition. */
export const lagOf = ({ low, high, committed = low }: GroupPlace): number =>
  Math.max(0, high - Math.max(low, committed));

/** Members of a group, whichever state it is in; none where there is no such group. */
export const membersOf = async (admin: Admin, groupId: string): Promise<number> => {
  const { groups } = await admin.describeGroups([groupId]);
  return groups.reduce((sum, { members }) => sum + members.length, 0);
};
