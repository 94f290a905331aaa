import type { EscalationPolicyEvent } from '@steward/contracts';
import { type EscalationPolicy, refuse, requireDefined } from './escalation-policy.ts';

export interface SwitchEscalationPolicy {
  readonly policyId: string;
  readonly to: keyof typeof facts;
  readonly at: Date;
}

const facts = {
  enabled: 'EscalationPolicyEnabled',
  disabled: 'EscalationPolicyDisabled',
} as const;

export const switchEscalationPolicy = (
  policy: EscalationPolicy,
  { policyId, to, at }: SwitchEscalationPolicy,
): EscalationPolicyEvent[] => {
  if (requireDefined(policy, policyId).status === to)
    throw refuse(
      `escalation-policy-already-${to}`,
      `The policy of escalation ${policyId} is ${to} already`,
    );
  return [{ type: facts[to], data: { policyId, at: at.toISOString() } }];
};
