import type { Projection } from '@steward/bus';
import { type AccountEvent, accountNoun } from '@steward/contracts';
import type { AccountOwners } from './account-owners.ts';

/** Owners of every account over time, so that a discovery can be checked at the moment it was made. */
export const accountOwners: Projection<AccountOwners, AccountEvent> = {
  name: 'account-owners',
  nouns: [accountNoun],
  keyOf: ({ data }) => data.accountId,
  apply: (row, { type, data }) => {
    switch (type) {
      case 'AccountRegistered':
        return { accountId: data.accountId, owners: [] };
      case 'AccountOwnerAssigned': {
        const { accountId, ownerId, at } = data;
        return { accountId, owners: [...(row?.owners ?? []), { ownerId, from: at }] };
      }
    }
  },
};
