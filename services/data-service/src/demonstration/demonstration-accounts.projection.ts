import type { Projection } from '@steward/bus';
import { type AccountEvent, accountNoun } from '@steward/contracts';

/** An account that was made to show or to try something; the key is its id. */
export interface DemonstrationAccount {
  readonly name: string;
}

export const demonstrationAccounts: Projection<DemonstrationAccount, AccountEvent> = {
  name: 'demonstration-accounts',
  nouns: [accountNoun],
  keyOf: ({ type, data, key }) =>
    type === 'AccountRegistered' && data.isDemonstration ? key : undefined,
  apply: (row, { type, data }) => (type === 'AccountRegistered' ? { name: data.name } : row),
};
