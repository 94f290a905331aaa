import type { TierPolicyContent, TierPolicyEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';
import { shippedPolicy } from './shipped-policy.ts';

/** Who serves what. What it said before, its history tells by version. */
export type TierPolicy =
  | { readonly status: 'absent' }
  | (TierPolicyContent & { readonly status: 'revised'; readonly revisedAt: string });

/** There is one table for the whole company. */
export const tierPolicyId = 'current';

export const refuse = refusals({
  'tier-policy-gap': 'invalid',
  'tier-policy-overlap': 'invalid',
  'tier-policy-row-twice': 'invalid',
});

const evolve = (_: TierPolicy, { data }: TierPolicyEvent): TierPolicy => ({
  status: 'revised',
  ...data.content,
  revisedAt: data.at,
});

export const tierPolicy: Aggregate<TierPolicy, TierPolicyEvent> = {
  name: 'tier-policy',
  initial: { status: 'absent' },
  evolve,
};

/** What counts: the company's own table, or the one that Steward comes with. */
export const contentOf = (policy: TierPolicy): TierPolicyContent => {
  const { rows, thresholds } = policy.status === 'absent' ? shippedPolicy : policy;
  return { rows, thresholds };
};
