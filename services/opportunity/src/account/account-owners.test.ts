import type { Occurrence } from '@steward/bus';
import type { AccountEvent } from '@steward/contracts';
import { accountOwners } from './account-owners.projection.ts';
import { type AccountOwners, ownerAt, requireAccountOwners } from './account-owners.ts';

const occurrence = { id: 'e-1', topic: 'account.account', key: 'acme', version: 1, at: '' };

const registered: AccountEvent = {
  type: 'AccountRegistered',
  data: { accountId: 'acme', name: 'Acme', industry: 'finance', at: '2026-01-01T00:00:00.000Z' },
};

const assigned = (ownerId: string, at: string): AccountEvent => ({
  type: 'AccountOwnerAssigned',
  data: { accountId: 'acme', ownerId, at },
});

const after = (...events: AccountEvent[]) =>
  events.reduce<AccountOwners | undefined>(
    (row, event) =>
      accountOwners.apply(row, { ...event, ...occurrence } as AccountEvent & Occurrence),
    undefined,
  );

const acme = requireAccountOwners(
  'acme',
  after(
    registered,
    assigned('ada', '2026-01-01T00:00:00.000Z'),
    assigned('bob', '2026-03-01T00:00:00.000Z'),
  ),
);

describe('account owners', () => {
  it.each([
    { at: '2025-12-31T23:59:59.999Z', ownerId: undefined },
    { at: '2026-01-01T00:00:00.000Z', ownerId: 'ada' },
    { at: '2026-02-28T23:59:59.999Z', ownerId: 'ada' },
    { at: '2026-03-01T00:00:00.000Z', ownerId: 'bob' },
    { at: '2030-01-01T00:00:00.000Z', ownerId: 'bob' },
  ])('R11: has $ownerId at $at', ({ at, ownerId }) => {
    expect(ownerAt(acme, new Date(at))).toBe(ownerId);
  });

  it('refuses an account that has not been heard of', () => {
    expect(() => requireAccountOwners('acme', undefined)).toThrow(
      expect.objectContaining({ code: 'account-not-known-yet' }),
    );
  });

  it('is one row for each account', () => {
    expect(accountOwners.keyOf({ ...registered, ...occurrence })).toBe('acme');
  });
});
