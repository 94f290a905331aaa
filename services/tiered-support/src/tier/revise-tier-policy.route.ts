import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { reviseTierPolicy } from './revise-tier-policy.ts';
import { tierPolicyId } from './tier-policy.ts';

export const reviseTierPolicyRoute = ({ tierPolicies }: Dependencies) =>
  answer(tieredSupportRoutes.reviseTierPolicy, ({ body: { rows, thresholds }, because }) => {
    const command = { content: { rows, thresholds }, at: because.at };
    return tierPolicies.change(
      tierPolicyId,
      (policy) => reviseTierPolicy(policy, command),
      because,
    );
  });
