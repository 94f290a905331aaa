import type { Projection } from '@steward/bus';
import {
  type AccountEvent,
  accountNoun,
  type ContactEvent,
  contactNoun,
  type Industry,
} from '@steward/contracts';

export interface KnownContact {
  readonly contactId: string;
  readonly name: string;
  readonly email?: string | undefined;
  readonly phone?: string | undefined;
}

/**
 * A customer as support knows it; the key is the account's id. What comes of different topics comes in no
 * order, so any of it may still be missing.
 */
export interface Customer {
  readonly name?: string;
  readonly industry?: Industry;
  readonly segment?: string | undefined;
  /** The one person who answers for the account. */
  readonly ownerId?: string;
  readonly contacts: readonly KnownContact[];
  /** By which its people are recognised: addresses in small letters, numbers by their digits. */
  readonly reachedBy: readonly string[];
}

/** A mail address or a telephone number as it is compared. */
export const comparable = (address: string): string =>
  address.includes('@')
    ? address.trim().toLowerCase()
    : address.replace(/^\s*\+/, '00').replace(/\D/g, '');

/** People are told of side by side, so the order in which that arrives says nothing. */
const byId = (one: KnownContact, other: KnownContact): number =>
  one.contactId < other.contactId ? -1 : 1;

const unknown: Customer = { contacts: [], reachedBy: [] };

export const customers: Projection<Customer, AccountEvent | ContactEvent> = {
  name: 'customers',
  nouns: [accountNoun, contactNoun],
  indexes: [['reachedBy'], ['ownerId']],
  keyOf: ({ data }) => data.accountId,
  apply: (row = unknown, { type, data }) => {
    switch (type) {
      case 'AccountRegistered': {
        const { name, industry, segment } = data;
        return { ...row, name, industry, segment };
      }
      case 'AccountOwnerAssigned':
        return { ...row, ownerId: data.ownerId };
      case 'ContactAdded': {
        const { contactId, name, email, phone } = data;
        const addresses = [email, phone].filter((address) => address !== undefined);
        const contacts = [...row.contacts, { contactId, name, email, phone }];
        return {
          ...row,
          contacts: contacts.sort(byId),
          reachedBy: [...row.reachedBy, ...addresses.map(comparable)].sort(),
        };
      }
    }
  },
};
