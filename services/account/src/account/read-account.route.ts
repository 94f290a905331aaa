import { accountRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, knownHistory, maySee, visibleOnly } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { ownerAt, type RegisteredAccount } from './account.ts';

/** An account as the outside sees it. */
export const accountAnswer = ({ version, state }: Read<RegisteredAccount>) => {
  const { status: _, owners: __, ...seen } = state;
  return { ...seen, version };
};

export const readAccountRoute = ({ accounts }: Dependencies) =>
  answer(accountRoutes.readAccount, async ({ params: { accountId }, principal }) => {
    if (!maySee(principal, { accountId })) return undefined;
    const read = await accounts.read(accountId);
    return exists(read) ? accountAnswer(read) : undefined;
  });

export const listAccountsRoute = ({ accounts }: Dependencies) =>
  answer(accountRoutes.listAccounts, async ({ query, principal }) => {
    const { industry, ownerId, ...request } = query;
    const page = await accounts.list(visibleOnly(principal, { industry, ownerId }), request);
    return { ...page, items: page.items.filter(exists).map(accountAnswer) };
  });

export const readAccountOwnerRoute = ({ accounts, now }: Dependencies) =>
  answer(accountRoutes.readAccountOwner, async ({ params: { accountId }, query, principal }) => {
    if (!maySee(principal, { accountId })) return undefined;
    const read = await accounts.read(accountId);
    return exists(read) ? ownerAt(read.state, query.at ? new Date(query.at) : now()) : undefined;
  });

export const readAccountHistoryRoute = ({ accounts }: Dependencies) =>
  answer(accountRoutes.readAccountHistory, async ({ params: { accountId }, query, principal }) => {
    if (!maySee(principal, { accountId })) return undefined;
    const page = await accounts.history(accountId, query);
    return knownHistory(page, query);
  });
