import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { eraseSurvey } from './erase-survey.ts';

export const eraseSurveyRoute = ({ surveys }: Dependencies) =>
  answer(tieredSupportRoutes.eraseSurvey, ({ params, because }) => {
    const command = { ...params, at: because.at };
    return surveys.erase(
      params.surveyId,
      (survey, past) => eraseSurvey(survey, past, command),
      because,
    );
  });
