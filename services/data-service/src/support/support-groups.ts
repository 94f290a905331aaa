import { countFigures } from './count-figures.ts';
import { counted, type TicketCounts } from './ticket-counts.ts';
import { type Grouping, keyed } from './ticket-grouping.ts';
import { type TicketTimes, timeFigures } from './ticket-times.ts';

export interface GroupCounts extends TicketCounts {
  readonly key: string;
}

/** Asks for the groups with the most tickets. */
export const groupsPipeline = (grouping: Grouping, top: number): object[] => [
  ...keyed(grouping),
  { $group: { _id: '$key', ...counted } },
  { $sort: { tickets: -1, _id: 1 } },
  { $limit: top },
  { $set: { key: '$_id' } },
  { $unset: '_id' },
];

/** Puts the times of each group beside its counts. */
export const supportGroups = (groups: readonly GroupCounts[], times: readonly TicketTimes[]) => {
  const byKey = Map.groupBy(times, ({ key }) => key);
  return groups.map((group) => ({
    key: group.key,
    ...countFigures(group),
    ...timeFigures(byKey.get(group.key) ?? []),
  }));
};
