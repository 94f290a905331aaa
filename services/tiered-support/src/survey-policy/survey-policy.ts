import type { SurveyPolicyContent, SurveyPolicyEvent } from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';

/** Who is asked how satisfied they were. While nobody has defined it, nobody is asked. */
export type SurveyPolicy =
  | { readonly status: 'absent' }
  | (SurveyPolicyContent & { readonly status: 'defined'; readonly policyId: string });
export type DefinedSurveyPolicy = Existing<SurveyPolicy>;

/** There is one policy at most, because there is one of its name. */
export const currentPolicyId = 'current';

export const refuse = refusals({
  'survey-policy-already-defined': 'conflict',
  'survey-policy-not-found': 'notFound',
  'survey-question-twice': 'invalid',
  'survey-link-key-missing': 'conflict',
});

const evolve = (_: SurveyPolicy, { data }: SurveyPolicyEvent): SurveyPolicy => ({
  status: 'defined',
  policyId: data.policyId,
  ...data.content,
});

export const surveyPolicy: Aggregate<SurveyPolicy, SurveyPolicyEvent> = {
  name: 'survey-policy',
  initial: { status: 'absent' },
  evolve,
};
