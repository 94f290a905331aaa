import { dataServiceRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { cellsPipeline, type OpportunityCell, pipelineFigures } from './pipeline-figures.ts';

export const reportPipelineRoute = ({ opportunities }: Dependencies) =>
  answer(dataServiceRoutes.reportPipeline, async () =>
    pipelineFigures(await opportunities.aggregate<OpportunityCell>([...cellsPipeline])),
  );
