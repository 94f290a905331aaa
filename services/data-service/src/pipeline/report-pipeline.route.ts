import { dataServiceRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { countedAccounts } from '../demonstration/counted-accounts.route.ts';
import type { Dependencies } from '../dependencies.ts';
import { cellsPipeline, type OpportunityCell, pipelineFigures } from './pipeline-figures.ts';

export const reportPipelineRoute = (dependencies: Dependencies) =>
  answer(dataServiceRoutes.reportPipeline, async ({ query }) => {
    const counted = await countedAccounts(dependencies, query);
    const pipeline = [...counted, ...cellsPipeline];
    return pipelineFigures(await dependencies.opportunities.aggregate<OpportunityCell>(pipeline));
  });
