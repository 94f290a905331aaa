import { dataServiceRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { countedAccounts } from '../demonstration/counted-accounts.route.ts';
import type { Dependencies } from '../dependencies.ts';
import { fromServicePipeline } from '../pipeline/from-service.ts';
import type { OpportunityCell } from '../pipeline/pipeline-figures.ts';
import {
  type ScoreCount,
  satisfactionFigures,
  scoresPipeline,
} from '../satisfaction/satisfaction-figures.ts';
import { countFigures } from '../support/count-figures.ts';
import { counted, summed, type TicketCounts } from '../support/ticket-counts.ts';
import { type TicketTimes, timeFigures, timesPipeline } from '../support/ticket-times.ts';
import { aimsDefinitions } from './aims-definitions.ts';
import { within } from './period.ts';
import { type HeldTime, heldPipeline, serviceCost } from './service-cost.ts';
import { startedSales } from './started-sales.ts';

export const reportAimsRoute = (dependencies: Dependencies) =>
  answer(dataServiceRoutes.reportAims, async ({ query }) => {
    const { tickets, opportunities } = dependencies;
    const accounts = await countedAccounts(dependencies, query);
    const ask = <Answer extends object>(pipeline: readonly object[]) =>
      tickets.aggregate<Answer>([...accounts, ...within('raisedAt', query), ...pipeline]);
    const [counts, held, times, scores, sales] = await Promise.all([
      ask<TicketCounts>([{ $group: { _id: null, ...counted } }]),
      ask<HeldTime>(heldPipeline),
      ask<TicketTimes>(timesPipeline()),
      ask<ScoreCount>(scoresPipeline),
      opportunities.aggregate<OpportunityCell>([
        ...accounts,
        ...within('discoveredAt', query),
        ...fromServicePipeline,
      ]),
    ]);
    const { tickets: raised, pushToFront } = countFigures(summed(counts));
    const { response, resolution } = timeFigures(times);
    const { scores: _, ...satisfaction } = satisfactionFigures(scores);
    return {
      tickets: raised,
      cost: serviceCost(held),
      efficiency: { response, resolution, pushToFront },
      satisfaction,
      sales: startedSales(sales),
      definitions: aimsDefinitions,
    };
  });
