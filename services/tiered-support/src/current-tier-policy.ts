import type { TierPolicyContent } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from './dependencies.ts';
import { contentOf, tierPolicy, tierPolicyId } from './tier/tier-policy.ts';

export interface CurrentTierPolicy extends TierPolicyContent {
  readonly version: number;
  readonly revisedAt?: string;
}

/** The table by which whatever comes now is served; version 0 is the one that Steward comes with. */
export const currentTierPolicy = async ({
  tierPolicies,
}: Pick<Dependencies, 'tierPolicies'>): Promise<CurrentTierPolicy> => {
  const read = await tierPolicies.read(tierPolicyId);
  if (!exists(read)) return { ...contentOf(tierPolicy.initial), version: 0 };
  const { version, state } = read;
  return { ...contentOf(state), revisedAt: state.revisedAt, version };
};
