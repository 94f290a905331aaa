import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { currentTierPolicy } from '../current-tier-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { arrangementOf } from './arrangement.ts';
import { projectSize } from './project-size.ts';
import { tierPolicyId } from './tier-policy.ts';

export const readTierPolicyRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readTierPolicy, () => currentTierPolicy(dependencies));

/** A table that was never revised has no history, and is there all the same. */
export const readTierPolicyHistoryRoute = ({ tierPolicies }: Dependencies) =>
  answer(tieredSupportRoutes.readTierPolicyHistory, ({ query }) =>
    tierPolicies.history(tierPolicyId, query),
  );

export const resolveTierRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.resolveTier, async ({ query }) => {
    const { valueMinor, units, interfaces, ...about } = query;
    const { version, ...policy } = await currentTierPolicy(dependencies);
    const value = { amountMinor: valueMinor };
    const size = projectSize(policy.thresholds, { value, units, interfaces });
    return { ...arrangementOf(policy, { ...about, ...size }), ...size, version };
  });
