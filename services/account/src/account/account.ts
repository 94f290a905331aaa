import type { AccountEvent, Industry } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

/** One person's time as the owner of an account; the last one has no end. */
export interface Ownership {
  readonly ownerId: string;
  readonly from: string;
  readonly until?: string;
}

export type Account =
  | { readonly status: 'absent' }
  | {
      readonly status: 'registered';
      readonly accountId: string;
      readonly name: string;
      readonly industry: Industry;
      readonly segment?: string | undefined;
      readonly country?: string | undefined;
      readonly isDemonstration?: boolean | undefined;
      readonly registeredAt: string;
      /** The owner of today; what lists filter by. */
      readonly ownerId: string;
      readonly owners: readonly Ownership[];
    };

export type RegisteredAccount = Extract<Account, { status: 'registered' }>;

export const refuse = refusals({
  'account-already-registered': 'conflict',
  'account-not-found': 'notFound',
  'account-owner-unchanged': 'conflict',
  'account-owner-out-of-order': 'conflict',
});

/** Ends what runs at the moment where the next begins, so that every instant has exactly one owner. */
const succeed = (owners: readonly Ownership[], ownerId: string, from: string): Ownership[] => {
  const ended = owners.map((owner) => (owner.until ? owner : { ...owner, until: from }));
  return [...ended, { ownerId, from }];
};

const evolve = (account: Account, { type, data }: AccountEvent): Account => {
  switch (type) {
    case 'AccountRegistered': {
      const { at, ...registered } = data;
      return { status: 'registered', ...registered, registeredAt: at, ownerId: '', owners: [] };
    }
    case 'AccountOwnerAssigned': {
      if (account.status === 'absent') return account;
      const owners = succeed(account.owners, data.ownerId, data.at);
      return { ...account, ownerId: data.ownerId, owners };
    }
  }
};

export const account: Aggregate<Account, AccountEvent> = {
  name: 'account',
  initial: { status: 'absent' },
  evolve,
};

/** Who answered for an account at a moment: exactly one person, or nobody before it was registered. */
export const ownerAt = ({ owners }: RegisteredAccount, at: Date): Ownership | undefined =>
  owners.findLast(({ from }) => Date.parse(from) <= at.getTime());
