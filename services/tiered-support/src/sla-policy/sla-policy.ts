import type { SlaPolicyContent, SlaPolicyEvent } from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';

/** What customers are promised, and whom. What it said before, its history tells by version. */
export type SlaPolicy =
  | { readonly status: 'absent' }
  | (SlaPolicyContent & { readonly status: 'enabled' | 'disabled'; readonly policyId: string });
export type DefinedPolicy = Existing<SlaPolicy>;

/** The policy for all whom no other matches: there is one at most, because there is one of its name. */
export const defaultPolicyId = 'default';

export const refuse = refusals({
  'sla-policy-already-defined': 'conflict',
  'sla-policy-not-found': 'notFound',
  'sla-policy-already-disabled': 'conflict',
  'sla-policy-already-enabled': 'conflict',
  'sla-default-must-stay': 'conflict',
  'sla-match-blank': 'invalid',
  'sla-default-matches-all': 'invalid',
  'sla-promise-missing': 'invalid',
  'sla-priority-twice': 'invalid',
  'sla-priority-without-target': 'invalid',
  'sla-response-after-resolution': 'invalid',
  'sla-lines-do-not-sum': 'invalid',
  'sla-never-valid': 'invalid',
  'sla-milestone-twice': 'invalid',
  'sla-milestone-without-time': 'invalid',
  'sla-condition-blank': 'invalid',
  'sla-calendar-not-found': 'notFound',
});

const evolve = (policy: SlaPolicy, { type, data }: SlaPolicyEvent): SlaPolicy => {
  if (type === 'SlaPolicyDefined')
    return { status: 'enabled', policyId: data.policyId, ...data.content };
  if (policy.status === 'absent') return policy;
  const { status, policyId } = policy;
  switch (type) {
    case 'SlaPolicyRevised':
      return { status, policyId, ...data.content };
    case 'SlaPolicyDisabled':
      return { ...policy, status: 'disabled' };
    case 'SlaPolicyEnabled':
      return { ...policy, status: 'enabled' };
  }
};

export const slaPolicy: Aggregate<SlaPolicy, SlaPolicyEvent> = {
  name: 'sla-policy',
  initial: { status: 'absent' },
  evolve,
};

export const requireDefined = (policy: SlaPolicy, policyId: string): DefinedPolicy => {
  if (policy.status === 'absent')
    throw refuse('sla-policy-not-found', `There is no policy ${policyId}`);
  return policy;
};
