import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { type SwitchPolicy, switchPolicy } from './switch-policy.ts';

const { disableSlaPolicy, enableSlaPolicy } = tieredSupportRoutes;
type Door = typeof disableSlaPolicy | typeof enableSlaPolicy;

const switchRoute =
  (contract: Door, to: SwitchPolicy['to']) =>
  ({ slaPolicies }: Dependencies) =>
    answer(contract, ({ params: { policyId }, because }) => {
      const command = { policyId, to, at: because.at };
      return slaPolicies.change(policyId, (policy) => switchPolicy(policy, command), because);
    });

export const disableSlaPolicyRoute = switchRoute(disableSlaPolicy, 'disabled');
export const enableSlaPolicyRoute = switchRoute(enableSlaPolicy, 'enabled');
