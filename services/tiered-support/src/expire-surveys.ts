import type { Timer } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import { expireSurvey } from './survey/end-survey.ts';

/** Ends the surveys that nobody has answered in their time. */
export const expireSurveys = ({ surveys }: Dependencies): Timer => ({
  name: 'expireSurveys',
  due: (by, limit) => surveys.due('dueAt', by, limit),
  ring: (surveyId, because) =>
    surveys.change(surveyId, (survey) => expireSurvey(survey, because.at), because),
});
