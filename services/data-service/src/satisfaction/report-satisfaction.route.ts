import { dataServiceRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { countedAccounts } from '../demonstration/counted-accounts.route.ts';
import type { Dependencies } from '../dependencies.ts';
import { type ScoreCount, satisfactionFigures, scoresPipeline } from './satisfaction-figures.ts';

export const reportSatisfactionRoute = (dependencies: Dependencies) =>
  answer(dataServiceRoutes.reportSatisfaction, async ({ query }) => {
    const counted = await countedAccounts(dependencies, query);
    const pipeline = [...counted, ...scoresPipeline];
    return satisfactionFigures(await dependencies.tickets.aggregate<ScoreCount>(pipeline));
  });
