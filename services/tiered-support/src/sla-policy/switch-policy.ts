import type { SlaPolicyEvent } from '@steward/contracts';
import { defaultPolicyId, refuse, requireDefined, type SlaPolicy } from './sla-policy.ts';

export interface SwitchPolicy {
  readonly policyId: string;
  readonly to: keyof typeof facts;
  readonly at: Date;
}

const facts = { enabled: 'SlaPolicyEnabled', disabled: 'SlaPolicyDisabled' } as const;

export const switchPolicy = (
  policy: SlaPolicy,
  { policyId, to, at }: SwitchPolicy,
): SlaPolicyEvent[] => {
  if (requireDefined(policy, policyId).status === to)
    throw refuse(`sla-policy-already-${to}`, `Policy ${policyId} is ${to}`);
  if (to === 'disabled' && policyId === defaultPolicyId)
    throw refuse('sla-default-must-stay', 'Without it there would be tickets without a promise');
  return [{ type: facts[to], data: { policyId, at: at.toISOString() } }];
};
