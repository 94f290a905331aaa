import { accountRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { assignAccountOwner } from './assign-account-owner.ts';

export const assignAccountOwnerRoute = ({ accounts }: Dependencies) =>
  answer(accountRoutes.assignAccountOwner, ({ params: { accountId }, body, because }) =>
    accounts.change(
      accountId,
      (account) => assignAccountOwner(account, { ...body, accountId, at: because.at }),
      because,
    ),
  );
