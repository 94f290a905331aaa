import { dataServiceRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { countedAccounts } from '../demonstration/counted-accounts.route.ts';
import type { Dependencies } from '../dependencies.ts';
import {
  fromServiceFigures,
  fromServicePipeline,
  type PersonCell,
  peoplePipeline,
} from './from-service.ts';
import { cellsPipeline, type OpportunityCell, pipelineFigures } from './pipeline-figures.ts';

export const reportPipelineRoute = (dependencies: Dependencies) =>
  answer(dataServiceRoutes.reportPipeline, async ({ query }) => {
    const counted = await countedAccounts(dependencies, query);
    const ask = <Cell extends object>(pipeline: readonly object[]) =>
      dependencies.opportunities.aggregate<Cell>([...counted, ...pipeline]);
    const [cells, needed, people] = await Promise.all([
      ask<OpportunityCell>(cellsPipeline),
      ask<OpportunityCell>(fromServicePipeline),
      ask<PersonCell>(peoplePipeline),
    ]);
    const figures = pipelineFigures(cells);
    const fromService = fromServiceFigures(needed, people, figures.won);
    return { ...figures, ...(fromService && { fromService }) };
  });
