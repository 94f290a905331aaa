import { refusals } from '@steward/domain';

/** Who answered for one account, and since when; the last one still does. */
export interface AccountOwners {
  readonly accountId: string;
  readonly owners: readonly { readonly ownerId: string; readonly from: string }[];
}

/**
 * A conflict rather than something missing: the request is well formed and disagrees only with what has
 * reached us so far. An account registered a moment ago is on its way, so the same request may pass soon.
 */
export const refuse = refusals({ 'account-not-known-yet': 'conflict' });

/** The one owner of an account at a moment; nobody before it was registered. */
export const ownerAt = ({ owners }: AccountOwners, at: Date): string | undefined =>
  owners.findLast(({ from }) => Date.parse(from) <= at.getTime())?.ownerId;

export const requireAccountOwners = (
  accountId: string,
  known: AccountOwners | undefined,
): AccountOwners => {
  if (known) return known;
  throw refuse(
    'account-not-known-yet',
    `Account ${accountId} has not reached opportunity yet; if it was just registered, try again`,
  );
};
