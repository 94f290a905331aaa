import type { AccountEvent } from '@steward/contracts';
import { demonstrationAccounts } from './demonstration-accounts.projection.ts';

const at = '2026-03-02T12:00:00.000Z';

const registered = (isDemonstration?: boolean) => ({
  type: 'AccountRegistered' as const,
  data: { accountId: 'acme', name: 'Acme', industry: 'energy' as const, isDemonstration, at },
  id: 'e-1',
  topic: 'account.account',
  key: 'acme',
  version: 1,
  at,
});

const assigned: AccountEvent = {
  type: 'AccountOwnerAssigned',
  data: { accountId: 'acme', ownerId: 'ada', at },
};

describe('demonstration accounts', () => {
  it.each([
    ['keep those that are said to be one', registered(true), 'acme'],
    ['leave out those that say nothing', registered(), undefined],
    ['leave out those that say no', registered(false), undefined],
    ['do not look at who owns them', { ...registered(), ...assigned, version: 2 }, undefined],
  ])('%s', (_, event, key) => {
    expect(demonstrationAccounts.keyOf(event)).toBe(key);
  });

  it('remember the name', () => {
    expect(demonstrationAccounts.apply(undefined, registered(true))).toEqual({ name: 'Acme' });
  });
});
