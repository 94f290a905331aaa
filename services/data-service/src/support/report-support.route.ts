import { dataServiceRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { countedAccounts } from '../demonstration/counted-accounts.route.ts';
import type { Dependencies } from '../dependencies.ts';
import { supportDefinitions } from './support-definitions.ts';
import { type GroupCounts, groupsPipeline, supportGroups } from './support-groups.ts';
import {
  pairsPipeline,
  type TeamPair,
  type UserWaiter,
  waitersPipeline,
} from './support-leaders.ts';
import { cellsPipeline, supportTotals, type TicketCell } from './support-totals.ts';
import type { Grouping } from './ticket-grouping.ts';
import { type TicketTimes, timeFigures, timesPipeline } from './ticket-times.ts';

/** Asks about the tickets that count, and no others. */
type Ask = <Answer extends object>(pipeline: readonly object[]) => Promise<Answer[]>;

const groupsOf = async (ask: Ask, grouping: Grouping, top: number) => {
  const groups = await ask<GroupCounts>(groupsPipeline(grouping, top));
  const keys = groups.map(({ key }) => key);
  const times = await ask<TicketTimes>(timesPipeline({ grouping, keys }));
  return supportGroups(groups, times);
};

export const reportSupportRoute = (dependencies: Dependencies) =>
  answer(dataServiceRoutes.reportSupport, async ({ query }) => {
    const { groupBy, top } = query;
    const counted = await countedAccounts(dependencies, query);
    const ask: Ask = (pipeline) => dependencies.tickets.aggregate([...counted, ...pipeline]);
    const [cells, times, returnsBetween, teams, persons, groups] = await Promise.all([
      ask<TicketCell>(cellsPipeline),
      ask<TicketTimes>(timesPipeline()),
      ask<TeamPair>(pairsPipeline(top)),
      ask<UserWaiter>(waitersPipeline('team', top)),
      ask<UserWaiter>(waitersPipeline('agent', top)),
      groupBy && groupsOf(ask, groupBy, top),
    ]);
    return {
      ...supportTotals(cells),
      ...timeFigures(times),
      returnsBetween,
      waitsOnUser: { teams, persons },
      ...(groups && { groups }),
      definitions: supportDefinitions,
    };
  });
