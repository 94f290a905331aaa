import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { switchEscalationPolicy } from './switch-policy.ts';

const { disableEscalationPolicy, enableEscalationPolicy } = tieredSupportRoutes;
type Door = typeof disableEscalationPolicy | typeof enableEscalationPolicy;

const switchRoute =
  (contract: Door, to: 'enabled' | 'disabled') =>
  ({ escalationPolicies }: Dependencies) =>
    answer(contract, ({ params: { policyId }, because }) => {
      const command = { policyId, to, at: because.at };
      return escalationPolicies.change(
        policyId,
        (policy) => switchEscalationPolicy(policy, command),
        because,
      );
    });

export const disableEscalationPolicyRoute = switchRoute(disableEscalationPolicy, 'disabled');
export const enableEscalationPolicyRoute = switchRoute(enableEscalationPolicy, 'enabled');
