import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { defineSurveyPolicy, reviseSurveyPolicy } from './define-survey-policy.ts';

export const defineSurveyPolicyRoute = ({ surveyPolicies, surveyLinks }: Dependencies) =>
  answer(tieredSupportRoutes.defineSurveyPolicy, ({ body, because }) => {
    const { policyId, ...content } = body;
    const command = { policyId, content, hasLinkKey: surveyLinks.hasKey, at: because.at };
    return surveyPolicies.change(
      policyId,
      (policy) => defineSurveyPolicy(policy, command),
      because,
    );
  });

export const reviseSurveyPolicyRoute = ({ surveyPolicies, surveyLinks }: Dependencies) =>
  answer(tieredSupportRoutes.reviseSurveyPolicy, ({ params: { policyId }, body, because }) => {
    const command = { policyId, content: body, hasLinkKey: surveyLinks.hasKey, at: because.at };
    return surveyPolicies.change(
      policyId,
      (policy) => reviseSurveyPolicy(policy, command),
      because,
    );
  });
