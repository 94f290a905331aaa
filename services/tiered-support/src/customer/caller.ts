import { refusals } from '@steward/domain';

export const refuse = refusals({ 'caller-by-address-or-account': 'invalid' });

export interface Sought {
  readonly address?: string | undefined;
  readonly accountId?: string | undefined;
}

/** A caller is looked for by one thing, for two of them may speak of different people. */
export const requireOneClue = ({ address, accountId }: Sought): void => {
  if ((address === undefined) === (accountId === undefined))
    throw refuse('caller-by-address-or-account', 'Name an address or an account, and not both');
};
