import type { TierPolicyContent, TierPolicyEvent } from '@steward/contracts';
import { requireDecided } from './require-decided.ts';
import { type TierPolicy, tierPolicyId } from './tier-policy.ts';

export interface ReviseTierPolicy {
  readonly content: TierPolicyContent;
  readonly at: Date;
}

/** Whatever the table said before, this is what it says from now on. */
export const reviseTierPolicy = (
  _: TierPolicy,
  { content, at }: ReviseTierPolicy,
): TierPolicyEvent[] => {
  requireDecided(content.rows);
  const data = { policyId: tierPolicyId, content, at: at.toISOString() };
  return [{ type: 'TierPolicyRevised', data }];
};
