import { dataServiceRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { type GroupCounts, groupsPipeline, supportGroups } from './support-groups.ts';
import { cellsPipeline, supportTotals, type TicketCell } from './support-totals.ts';
import type { Grouping } from './ticket-grouping.ts';
import { type TicketTimes, timeFigures, timesPipeline } from './ticket-times.ts';

const groupsOf = async ({ tickets }: Dependencies, grouping: Grouping, top: number) => {
  const groups = await tickets.aggregate<GroupCounts>(groupsPipeline(grouping, top));
  const keys = groups.map(({ key }) => key);
  const times = await tickets.aggregate<TicketTimes>(timesPipeline({ grouping, keys }));
  return supportGroups(groups, times);
};

export const reportSupportRoute = (dependencies: Dependencies) =>
  answer(dataServiceRoutes.reportSupport, async ({ query: { groupBy, top } }) => {
    const { tickets } = dependencies;
    const [cells, times, groups] = await Promise.all([
      tickets.aggregate<TicketCell>([...cellsPipeline]),
      tickets.aggregate<TicketTimes>(timesPipeline()),
      groupBy && groupsOf(dependencies, groupBy, top),
    ]);
    return { ...supportTotals(cells), ...timeFigures(times), ...(groups && { groups }) };
  });
