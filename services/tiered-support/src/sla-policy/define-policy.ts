import type { SlaPolicyContent, SlaPolicyEvent } from '@steward/contracts';
import { requireSound } from './require-sound.ts';
import { refuse, requireDefined, type SlaPolicy } from './sla-policy.ts';

export interface DefinePolicy {
  readonly policyId: string;
  readonly content: SlaPolicyContent;
  readonly at: Date;
}

export const definePolicy = (
  policy: SlaPolicy,
  { policyId, content, at }: DefinePolicy,
): SlaPolicyEvent[] => {
  if (policy.status !== 'absent')
    throw refuse('sla-policy-already-defined', `Policy ${policyId} was already defined`);
  requireSound(policyId, content);
  return [{ type: 'SlaPolicyDefined', data: { policyId, content, at: at.toISOString() } }];
};

export const revisePolicy = (
  policy: SlaPolicy,
  { policyId, content, at }: DefinePolicy,
): SlaPolicyEvent[] => {
  requireDefined(policy, policyId);
  requireSound(policyId, content);
  return [{ type: 'SlaPolicyRevised', data: { policyId, content, at: at.toISOString() } }];
};
