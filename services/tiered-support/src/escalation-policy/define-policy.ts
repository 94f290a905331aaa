import type { EscalationPolicyContent, EscalationPolicyEvent } from '@steward/contracts';
import { type EscalationPolicy, refuse, requireDefined } from './escalation-policy.ts';
import { requireSound } from './require-sound.ts';

export interface DefineEscalationPolicy {
  readonly policyId: string;
  readonly content: EscalationPolicyContent;
  readonly at: Date;
}

const said = ({ policyId, content, at }: DefineEscalationPolicy) => {
  requireSound(content);
  return { policyId, content, at: at.toISOString() };
};

export const defineEscalationPolicy = (
  policy: EscalationPolicy,
  command: DefineEscalationPolicy,
): EscalationPolicyEvent[] => {
  if (policy.status !== 'absent')
    throw refuse(
      'escalation-policy-already-defined',
      `The policy of escalation ${command.policyId} was already defined`,
    );
  return [{ type: 'EscalationPolicyDefined', data: said(command) }];
};

export const reviseEscalationPolicy = (
  policy: EscalationPolicy,
  command: DefineEscalationPolicy,
): EscalationPolicyEvent[] => {
  requireDefined(policy, command.policyId);
  return [{ type: 'EscalationPolicyRevised', data: said(command) }];
};
