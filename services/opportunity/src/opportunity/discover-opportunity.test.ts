import { OpportunityDiscovered, type OpportunityEvent } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { type DiscoverOpportunity, discoverOpportunity } from './discover-opportunity.ts';
import { noon, until } from './fixtures/past.ts';
import { opportunity } from './opportunity.ts';

const given = scenario(opportunity);

const discover = (changes: Partial<DiscoverOpportunity> = {}): DiscoverOpportunity => ({
  opportunityId: 'o-1',
  accountId: 'acme',
  title: 'Warehouse portal',
  caller: { subject: 'ada', mayNameOthers: false },
  accountOwnerId: 'ada',
  at: noon,
  ...changes,
});

const discovered = (
  changes: Partial<(OpportunityEvent & { type: 'OpportunityDiscovered' })['data']> = {},
): OpportunityEvent => ({
  type: 'OpportunityDiscovered',
  data: {
    opportunityId: 'o-1',
    accountId: 'acme',
    title: 'Warehouse portal',
    discoveredBy: 'ada',
    at: '2026-03-02T12:00:00.000Z',
    ...changes,
  },
});

const mayNameOthers = { subject: 'import', mayNameOthers: true };
const mayNot = { subject: 'bob', mayNameOthers: false };

describe('discover opportunity', () => {
  it('R11: credits the account owner who calls', () => {
    given()
      .when((opportunity) => discoverOpportunity(opportunity, discover()))
      .thenEmits(discovered());
  });

  it('keeps what may be sold and for how much', () => {
    const guess = { offeringId: 'portal', estimate: { amountMinor: 1_000, currency: 'EUR' } };
    given()
      .when((opportunity) => discoverOpportunity(opportunity, discover(guess)))
      .thenEmits(discovered(guess));
  });

  it.each([
    { who: 'the caller by name', named: { discoveredBy: 'ada' } },
    { who: 'another, brought in', named: { discoveredBy: 'ada', caller: mayNameOthers } },
  ])('R11: credits $who', ({ named }) => {
    given()
      .when((opportunity) => discoverOpportunity(opportunity, discover(named)))
      .thenEmits(discovered());
  });

  it('R11: lets anybody discover while the customer is not known', () => {
    const unknown = { accountId: undefined, accountOwnerId: undefined, caller: mayNot };
    given()
      .when((opportunity) => discoverOpportunity(opportunity, discover(unknown)))
      .thenEmits(discovered({ accountId: undefined, discoveredBy: 'bob' }));
  });

  it.each([
    {
      who: 'a caller who does not own the account',
      changes: { caller: mayNot },
      code: 'discoverer-not-account-owner',
    },
    {
      who: 'somebody brought in who did not own the account',
      changes: { caller: mayNameOthers, discoveredBy: 'bob' },
      code: 'discoverer-not-account-owner',
    },
    {
      who: 'anybody from before the account had an owner',
      changes: { accountOwnerId: undefined },
      code: 'discoverer-not-account-owner',
    },
    {
      who: 'the account owner, named by somebody else',
      changes: { caller: mayNot, discoveredBy: 'ada' },
      code: 'discoverer-not-caller',
    },
  ])('R11: refuses $who', ({ changes, code }) => {
    given()
      .when((opportunity) => discoverOpportunity(opportunity, discover(changes)))
      .thenRefuses(code);
  });

  it.each(['discovered', 'won', 'lost'] as const)(
    'R11: refuses to discover what is %s already, so its discoverer never changes',
    (status) => {
      given(...until[status])
        .when((opportunity) => discoverOpportunity(opportunity, discover()))
        .thenRefuses('opportunity-already-discovered');
    },
  );

  it('emits only events the contract accepts', () => {
    const [event] = discoverOpportunity({ status: 'absent' }, discover());
    expect(OpportunityDiscovered.parse(event)).toEqual(event);
  });
});
