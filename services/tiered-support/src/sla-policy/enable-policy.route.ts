import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { disablePolicy, enablePolicy } from './enable-policy.ts';

export const enableSlaPolicyRoute = ({ slaPolicies }: Dependencies) =>
  answer(tieredSupportRoutes.enableSlaPolicy, ({ params: { policyId }, because }) => {
    const command = { policyId, at: because.at };
    return slaPolicies.change(policyId, (policy) => enablePolicy(policy, command), because);
  });

export const disableSlaPolicyRoute = ({ slaPolicies }: Dependencies) =>
  answer(tieredSupportRoutes.disableSlaPolicy, ({ params: { policyId }, because }) => {
    const command = { policyId, at: because.at };
    return slaPolicies.change(policyId, (policy) => disablePolicy(policy, command), because);
  });
