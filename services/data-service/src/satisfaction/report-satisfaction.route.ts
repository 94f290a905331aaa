import { dataServiceRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { type ScoreCount, satisfactionFigures, scoresPipeline } from './satisfaction-figures.ts';

export const reportSatisfactionRoute = ({ tickets }: Dependencies) =>
  answer(dataServiceRoutes.reportSatisfaction, async () =>
    satisfactionFigures(await tickets.aggregate<ScoreCount>([...scoresPipeline])),
  );
