import { type Account, refuse } from './account.ts';

/** What hangs on an account cannot come before it. */
export const requireAccount = (
  accountId: string,
  found: { readonly state: Account } | undefined,
): void => {
  if (found === undefined || found.state.status === 'absent')
    throw refuse('account-not-found', `Account ${accountId} is not registered`);
};
