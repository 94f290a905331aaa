import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory, maySee, visibleOnly } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { balanceOf } from './balance.ts';
import type { OpenedEntitlement } from './entitlement.ts';

const entitlementAnswer = ({ version, state }: Read<OpenedEntitlement>) => {
  const { status: _, charges: __, ...seen } = state;
  return { ...seen, balance: balanceOf(state), version };
};

export const readEntitlementRoute = ({ entitlements }: Dependencies) =>
  answer(tieredSupportRoutes.readEntitlement, async ({ params, principal }) => {
    const read = await entitlements.read(params.entitlementId);
    if (!exists(read) || !maySee(principal, { accountId: read.state.accountId })) return undefined;
    return entitlementAnswer(read);
  });

export const listEntitlementsRoute = ({ entitlements }: Dependencies) =>
  answer(tieredSupportRoutes.listEntitlements, async ({ query, principal }) => {
    const { accountId, ...request } = query;
    const page = await entitlements.list(visibleOnly(principal, { accountId }), request);
    return { ...page, items: page.items.filter(exists).map(entitlementAnswer) };
  });

export const readEntitlementHistoryRoute = ({ entitlements }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readEntitlementHistory, entitlements);
