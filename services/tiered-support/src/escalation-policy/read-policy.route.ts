import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { DefinedEscalationPolicy } from './escalation-policy.ts';

const policyAnswer = ({ version, state }: Read<DefinedEscalationPolicy>) => ({ ...state, version });

export const readEscalationPolicyRoute = ({ escalationPolicies }: Dependencies) =>
  answer(tieredSupportRoutes.readEscalationPolicy, async ({ params: { policyId } }) => {
    const read = await escalationPolicies.read(policyId);
    return exists(read) ? policyAnswer(read) : undefined;
  });

export const listEscalationPoliciesRoute = ({ escalationPolicies }: Dependencies) =>
  answer(tieredSupportRoutes.listEscalationPolicies, async ({ query }) => {
    const { status, ...request } = query;
    const page = await escalationPolicies.list({ status }, request);
    return { ...page, items: page.items.filter(exists).map(policyAnswer) };
  });

export const readEscalationPolicyHistoryRoute = ({ escalationPolicies }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readEscalationPolicyHistory, escalationPolicies);
