import { z } from 'zod';
import { Id } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { SurveyPolicyContent } from './survey-policy.ts';

export const SurveyPolicy = z.object({
  policyId: Id,
  ...SurveyPolicyContent.shape,
  version: z.int(),
});

export const surveyPolicyRoutes = {
  defineSurveyPolicy: command('/v1/survey-policies', {
    summary: 'Begin to ask customers how satisfied they were; the id of the one policy is current',
    scope: 'support:write',
    creates: true,
    body: { policyId: z.literal('current').default('current'), ...SurveyPolicyContent.shape },
  }),
  reviseSurveyPolicy: command('/v1/survey-policies/:policyId/revisions', {
    summary: 'Ask otherwise from now on, or nobody; surveys that are out stay as they are',
    scope: 'support:write',
    body: SurveyPolicyContent.shape,
  }),
  readSurveyPolicy: query('/v1/survey-policies/:policyId', {
    summary: 'A policy of surveys as it is now',
    scope: 'support:read',
    answer: SurveyPolicy,
  }),
  listSurveyPolicies: query('/v1/survey-policies', {
    summary: 'Policies of surveys by id',
    scope: 'support:read',
    filters: paging,
    answer: page(SurveyPolicy),
  }),
  readSurveyPolicyHistory: query('/v1/survey-policies/:policyId/history', {
    summary: 'Every revision of a policy of surveys',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};
