import { type AccountEvent, AccountOwnerAssigned, AccountRegistered } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { account, ownerAt } from './account.ts';
import { assignAccountOwner } from './assign-account-owner.ts';
import { type RegisterAccount, registerAccount } from './register-account.ts';

const given = scenario(account);
const january = new Date('2026-01-01T00:00:00.000Z');
const march = new Date('2026-03-01T00:00:00.000Z');

const register = (changes: Partial<RegisterAccount> = {}): RegisterAccount => ({
  accountId: 'acme',
  name: 'Acme',
  industry: 'manufacturing',
  ownerId: 'ada',
  at: january,
  ...changes,
});

const registered: AccountEvent = {
  type: 'AccountRegistered',
  data: {
    accountId: 'acme',
    name: 'Acme',
    industry: 'manufacturing',
    at: january.toISOString(),
  },
};

const owned = (ownerId: string, at: Date, previousOwnerId?: string): AccountEvent => ({
  type: 'AccountOwnerAssigned',
  data: {
    accountId: 'acme',
    ownerId,
    ...(previousOwnerId && { previousOwnerId }),
    at: at.toISOString(),
  },
});

describe('register account', () => {
  it('names the owner together with the account, so that it is never without one (R1)', () => {
    given()
      .when((state) => registerAccount(state, register()))
      .thenEmits(registered, owned('ada', january));
  });

  it('refuses to register the same account twice', () => {
    given(registered, owned('ada', january))
      .when((state) => registerAccount(state, register({ name: 'Acme again' })))
      .thenRefuses('account-already-registered');
  });

  it('emits only events that the contract accepts', () => {
    const [first, second] = registerAccount(account.initial, register());
    expect(AccountRegistered.parse(first)).toEqual(first);
    expect(AccountOwnerAssigned.parse(second)).toEqual(second);
  });
});

describe('assign account owner', () => {
  const past = [registered, owned('ada', january)];
  const assign = (ownerId: string, at: Date) =>
    given(...past).when((state) => assignAccountOwner(state, { accountId: 'acme', ownerId, at }));

  it('hands the account over', () => {
    assign('bob', march).thenEmits(owned('bob', march, 'ada'));
  });

  it.each([
    ['the owner that it has already', 'ada', march, 'account-owner-unchanged'],
    ['an owner from before the present one', 'bob', january, 'account-owner-out-of-order'],
  ])('refuses %s', (_, ownerId, at, code) => {
    assign(ownerId, at).thenRefuses(code);
  });

  it('refuses an account that is not registered', () => {
    given()
      .when((state) => assignAccountOwner(state, { accountId: 'acme', ownerId: 'bob', at: march }))
      .thenRefuses('account-not-found');
  });
});

describe('the owner of an account (R1)', () => {
  const past = [registered, owned('ada', january), owned('bob', march, 'ada')];
  const state = past.reduce(account.evolve, account.initial);

  it.each([
    ['nobody before it was registered', '2025-12-31T23:59:59.999Z', undefined],
    ['the first one from that very instant', '2026-01-01T00:00:00.000Z', 'ada'],
    ['the first one until the last instant before', '2026-02-28T23:59:59.999Z', 'ada'],
    ['the second one from the instant of the hand-over', '2026-03-01T00:00:00.000Z', 'bob'],
    ['the second one ever after', '2030-01-01T00:00:00.000Z', 'bob'],
  ])('is %s', (_, at, ownerId) => {
    if (state.status === 'absent') throw new Error('The account should be there');
    expect(ownerAt(state, new Date(at))?.ownerId).toBe(ownerId);
  });

  it('has no instant with two: each ends where the next begins', () => {
    if (state.status === 'absent') throw new Error('The account should be there');
    expect(state.owners).toEqual([
      { ownerId: 'ada', from: january.toISOString(), until: march.toISOString() },
      { ownerId: 'bob', from: march.toISOString() },
    ]);
  });
});
