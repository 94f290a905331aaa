import type { SurveyPolicyContent, SurveyPolicyEvent } from '@steward/contracts';
import { refuse, type SurveyPolicy } from './survey-policy.ts';

export interface DefineSurveyPolicy {
  readonly policyId: string;
  readonly content: SurveyPolicyContent;
  /** Whether links can be made that only their receiver can use. */
  readonly hasLinkKey: boolean;
  readonly at: Date;
}

const requireSound = ({ content, hasLinkKey }: DefineSurveyPolicy): void => {
  if (!hasLinkKey)
    throw refuse('survey-link-key-missing', 'Nobody can be asked before SURVEY_LINK_KEY is set');
  const ids = content.questions.map(({ questionId }) => questionId);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined)
    throw refuse('survey-question-twice', `There is more than one question ${twice}`);
};

const said = ({ policyId, content, at }: DefineSurveyPolicy) => ({
  policyId,
  content,
  at: at.toISOString(),
});

export const defineSurveyPolicy = (
  policy: SurveyPolicy,
  command: DefineSurveyPolicy,
): SurveyPolicyEvent[] => {
  if (policy.status !== 'absent')
    throw refuse(
      'survey-policy-already-defined',
      `Policy ${command.policyId} was already defined; it can be revised`,
    );
  requireSound(command);
  return [{ type: 'SurveyPolicyDefined', data: said(command) }];
};

export const reviseSurveyPolicy = (
  policy: SurveyPolicy,
  command: DefineSurveyPolicy,
): SurveyPolicyEvent[] => {
  if (policy.status === 'absent')
    throw refuse('survey-policy-not-found', `There is no policy ${command.policyId}`);
  requireSound(command);
  return [{ type: 'SurveyPolicyRevised', data: said(command) }];
};
