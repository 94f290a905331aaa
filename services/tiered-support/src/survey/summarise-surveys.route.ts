import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { type ResultCount, surveyFigures } from './survey-figures.ts';

/** As the rows write it, so that moments compare as texts. */
const written = (moment: string): string => new Date(moment).toISOString();

export const summariseSurveysRoute = ({ surveyResults }: Dependencies) =>
  answer(tieredSupportRoutes.summariseSurveys, async ({ query: { from, to } }) => {
    const at = {
      ...(from !== undefined && { $gte: written(from) }),
      ...(to !== undefined && { $lt: written(to) }),
    };
    const counts = await surveyResults.aggregate<ResultCount>([
      { $match: Object.keys(at).length > 0 ? { at } : {} },
      { $group: { _id: { status: '$status', score: '$score' }, count: { $sum: 1 } } },
      { $project: { _id: 0, status: '$_id.status', score: '$_id.score', count: 1 } },
    ]);
    return surveyFigures(counts);
  });
