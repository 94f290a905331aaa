import type { SlaPolicyEvent } from '@steward/contracts';
import { defaultPolicyId, refuse, requireDefined, type SlaPolicy } from './sla-policy.ts';

export interface EnablePolicy {
  readonly policyId: string;
  readonly at: Date;
}

export const enablePolicy = (
  policy: SlaPolicy,
  { policyId, at }: EnablePolicy,
): SlaPolicyEvent[] => {
  if (requireDefined(policy, policyId).status === 'enabled')
    throw refuse('sla-policy-already-enabled', `Policy ${policyId} is enabled`);
  return [{ type: 'SlaPolicyEnabled', data: { policyId, at: at.toISOString() } }];
};

export const disablePolicy = (
  policy: SlaPolicy,
  { policyId, at }: EnablePolicy,
): SlaPolicyEvent[] => {
  if (requireDefined(policy, policyId).status === 'disabled')
    throw refuse('sla-policy-already-disabled', `Policy ${policyId} is disabled`);
  if (policyId === defaultPolicyId)
    throw refuse('sla-default-must-stay', 'Without it there would be tickets without a promise');
  return [{ type: 'SlaPolicyDisabled', data: { policyId, at: at.toISOString() } }];
};
