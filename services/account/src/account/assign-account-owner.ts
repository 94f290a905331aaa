import type { AccountEvent } from '@steward/contracts';
import { type Account, refuse } from './account.ts';

export interface AssignAccountOwner {
  readonly accountId: string;
  readonly ownerId: string;
  readonly at: Date;
}

export const assignAccountOwner = (
  account: Account,
  { accountId, ownerId, at }: AssignAccountOwner,
): AccountEvent[] => {
  if (account.status === 'absent')
    throw refuse('account-not-found', `Account ${accountId} is not registered`);
  if (account.ownerId === ownerId)
    throw refuse('account-owner-unchanged', `${ownerId} owns account ${accountId} already`);
  const current = account.owners.at(-1);
  // Inserting an owner before the present one would rewrite who answered at moments already told.
  if (current && at.getTime() <= Date.parse(current.from))
    throw refuse(
      'account-owner-out-of-order',
      `${current.ownerId} has owned account ${accountId} since ${current.from}`,
    );
  const previousOwnerId = account.ownerId;
  return [
    {
      type: 'AccountOwnerAssigned',
      data: { accountId, ownerId, previousOwnerId, at: at.toISOString() },
    },
  ];
};
