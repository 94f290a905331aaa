import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { isSecretOf } from '../survey-links.ts';
import { answerSurvey } from './answer-survey.ts';

export const answerSurveyRoute = ({ surveys }: Dependencies) =>
  answer(tieredSupportRoutes.answerSurvey, ({ params: { surveyId }, body, because, principal }) => {
    const { secret, ...said } = body;
    const { subject, accountId, roles } = principal;
    const command = {
      ...said,
      surveyId,
      answerer: { subject, accountId, isCustomer: roles.includes('customer') },
      hasSecret: (secretHash: string) => isSecretOf(secretHash, secret),
      at: because.at,
    };
    return surveys.change(surveyId, (survey) => answerSurvey(survey, command), because);
  });
