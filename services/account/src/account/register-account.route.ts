import { accountRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { registerAccount } from './register-account.ts';

export const registerAccountRoute = ({ accounts, newId }: Dependencies) =>
  answer(accountRoutes.registerAccount, ({ body, because }) => {
    const accountId = body.accountId ?? newId();
    return accounts.create(
      accountId,
      (account) => registerAccount(account, { ...body, accountId, at: because.at }),
      because,
    );
  });
