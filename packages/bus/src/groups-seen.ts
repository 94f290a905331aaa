import type { Kafka } from 'kafkajs-mended';
import { type GroupPlace, groupPlaces, lagOf, withAdmin } from './group-places.ts';

export interface GroupSeen {
  readonly groupId: string;
  /** Kafka's word: `Stable`, `Empty`, `PreparingRebalance`, `CompletingRebalance`, or `Dead` for none. */
  readonly state: string;
  readonly members: number;
  readonly lag: number;
  readonly partitions: readonly (GroupPlace & { readonly lag: number })[];
}

/**
 * How far these groups have come in their topics, which are named as Kafka calls them. Of a topic that is not
 * there, because nobody has started who tells or hears its facts, there is nothing to come to.
 */
export const groupsSeen = (
  kafka: Kafka,
  groups: readonly { readonly groupId: string; readonly topics: readonly string[] }[],
): Promise<GroupSeen[]> =>
  withAdmin(kafka, async (admin) => {
    const existing = new Set(await admin.listTopics());
    const described = await admin.describeGroups(groups.map(({ groupId }) => groupId));
    return Promise.all(
      groups.map(async ({ groupId, topics }) => {
        const group = described.groups.find((found) => found.groupId === groupId);
        const places = await groupPlaces(
          admin,
          groupId,
          topics.filter((topic) => existing.has(topic)),
        );
        const partitions = places.map((place) => ({ ...place, lag: lagOf(place) }));
        return {
          groupId,
          state: group?.state ?? 'Dead',
          members: group?.members.length ?? 0,
          lag: partitions.reduce((sum, { lag }) => sum + lag, 0),
          partitions,
        };
      }),
    );
  });
