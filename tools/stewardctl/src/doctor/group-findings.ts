import type { GroupSeen } from '@steward/bus';
import { advice, type Finding, wrong } from '../finding.ts';

type Place = GroupSeen['partitions'][number];

const placesText = (places: readonly Place[]): string =>
  places.map(({ topic, partition }) => `${topic}/${partition}`).join(', ');

/** What groups and topics say of each other that cannot both be true. */
export const groupFindings = (groups: readonly GroupSeen[]): Finding[] =>
  groups.flatMap(({ groupId, members, partitions }) => {
    const beyond = partitions.filter(({ committed = 0, high }) => committed > high);
    const behind = partitions.filter(
      ({ committed, low }) => committed !== undefined && committed < low,
    );
    return [
      ...(members === 0
        ? [advice(groupId, 'has no members', 'start its service: nobody takes its events in')]
        : []),
      ...(beyond.length > 0
        ? [
            wrong(
              groupId,
              `has committed beyond the end of ${placesText(beyond)}`,
              'the topic was made anew or restored: reset the group to the beginning, the guards drop what was done',
            ),
          ]
        : []),
      ...(behind.length > 0
        ? [
            wrong(
              groupId,
              `has not taken in what ${placesText(behind)} has deleted already`,
              'keep topics for good (retention.ms=-1), and publish the history anew',
            ),
          ]
        : []),
    ];
  });
