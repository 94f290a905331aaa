import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { DefinedPolicy } from './sla-policy.ts';

const policyAnswer = ({ version, state }: Read<DefinedPolicy>) => ({ ...state, version });

export const readSlaPolicyRoute = ({ slaPolicies }: Dependencies) =>
  answer(tieredSupportRoutes.readSlaPolicy, async ({ params: { policyId } }) => {
    const read = await slaPolicies.read(policyId);
    return exists(read) ? policyAnswer(read) : undefined;
  });

export const listSlaPoliciesRoute = ({ slaPolicies }: Dependencies) =>
  answer(tieredSupportRoutes.listSlaPolicies, async ({ query }) => {
    const { status, ...request } = query;
    const page = await slaPolicies.list({ status }, request);
    return { ...page, items: page.items.filter(exists).map(policyAnswer) };
  });

export const readSlaPolicyHistoryRoute = ({ slaPolicies }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readSlaPolicyHistory, slaPolicies);
