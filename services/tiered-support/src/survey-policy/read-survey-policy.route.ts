import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { DefinedSurveyPolicy } from './survey-policy.ts';

const policyAnswer = ({ version, state: { status: _, ...seen } }: Read<DefinedSurveyPolicy>) => ({
  ...seen,
  version,
});

export const readSurveyPolicyRoute = ({ surveyPolicies }: Dependencies) =>
  answer(tieredSupportRoutes.readSurveyPolicy, async ({ params: { policyId } }) => {
    const read = await surveyPolicies.read(policyId);
    return exists(read) ? policyAnswer(read) : undefined;
  });

export const listSurveyPoliciesRoute = ({ surveyPolicies }: Dependencies) =>
  answer(tieredSupportRoutes.listSurveyPolicies, async ({ query }) => {
    const page = await surveyPolicies.list({}, query);
    return { ...page, items: page.items.filter(exists).map(policyAnswer) };
  });

export const readSurveyPolicyHistoryRoute = ({ surveyPolicies }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readSurveyPolicyHistory, surveyPolicies);
