import type { AccountEvent, Industry } from '@steward/contracts';
import { type Account, refuse } from './account.ts';

export interface RegisterAccount {
  readonly accountId: string;
  readonly name: string;
  readonly industry: Industry;
  readonly segment?: string | undefined;
  readonly country?: string | undefined;
  readonly isDemonstration?: boolean | undefined;
  readonly ownerId: string;
  readonly at: Date;
}

/** An account has its owner from the first instant on, so the two facts are one decision. */
export const registerAccount = (
  account: Account,
  { ownerId, at, ...registered }: RegisterAccount,
): AccountEvent[] => {
  const { accountId } = registered;
  if (account.status !== 'absent')
    throw refuse('account-already-registered', `Account ${accountId} was already registered`);
  const from = at.toISOString();
  return [
    { type: 'AccountRegistered', data: { ...registered, at: from } },
    { type: 'AccountOwnerAssigned', data: { accountId, ownerId, at: from } },
  ];
};
