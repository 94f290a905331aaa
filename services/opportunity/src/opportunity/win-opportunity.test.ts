import { OpportunityWon } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { callers, noon, until } from './fixtures/past.ts';
import { opportunity } from './opportunity.ts';
import { type WinOpportunity, winOpportunity } from './win-opportunity.ts';

const given = scenario(opportunity);

const win = (changes: Partial<WinOpportunity> = {}): WinOpportunity => ({
  opportunityId: 'o-1',
  value: { amountMinor: 500_000, currency: 'EUR' },
  lines: [{ offeringId: 'portal', quantity: 2 }],
  caller: callers.accountOwner,
  at: noon,
  ...changes,
});

const won = (changes: Partial<WinOpportunity> = {}) => {
  const { caller: _, at, ...sold } = win(changes);
  const known = { accountId: 'acme', title: 'Warehouse portal', unit: 'software', ownerId: 'olga' };
  return { type: 'OpportunityWon' as const, data: { ...sold, ...known, at: at.toISOString() } };
};

describe('win opportunity', () => {
  it.each([
    { what: 'what was accepted', past: 'accepted', changes: {} },
    { what: 'from any stage', past: 'advanced', changes: {} },
    { what: 'with the reason', past: 'accepted', changes: { winReason: 'They trust us' } },
    {
      what: 'for nothing',
      past: 'accepted',
      changes: { value: { amountMinor: 0, currency: 'EUR' } },
    },
  ] as const)('wins $what', ({ past, changes }) => {
    given(...until[past])
      .when((opportunity) => winOpportunity(opportunity, win(changes)))
      .thenEmits(won(changes));
  });

  it.each([
    { past: 'absent', code: 'opportunity-not-found' },
    { past: 'discovered', code: 'opportunity-not-accepted' },
    { past: 'introduced', code: 'opportunity-not-accepted' },
    { past: 'acceptedWithoutAccount', code: 'opportunity-without-account' },
    { past: 'won', code: 'opportunity-closed' },
    { past: 'lost', code: 'opportunity-closed' },
  ] as const)('refuses with $code what is $past', ({ past, code }) => {
    given(...until[past])
      .when((opportunity) => winOpportunity(opportunity, win()))
      .thenRefuses(code);
  });

  it('refuses a value below nothing', () => {
    const value = { amountMinor: -1, currency: 'EUR' };
    given(...until.accepted)
      .when((opportunity) => winOpportunity(opportunity, win({ value })))
      .thenRefuses('negative-value');
  });

  it('R10: lets the opportunity owner win it', () => {
    given(...until.accepted)
      .when((opportunity) => winOpportunity(opportunity, win({ caller: callers.opportunityOwner })))
      .thenEmits(won());
  });

  it('R10: refuses the owner of another opportunity', () => {
    const caller = callers.otherOpportunityOwner;
    given(...until.accepted)
      .when((opportunity) => winOpportunity(opportunity, win({ caller })))
      .thenRefuses('not-opportunity-owner');
  });

  it('emits only events the contract accepts', () => {
    const state = until.accepted.reduce(opportunity.evolve, opportunity.initial);
    const [event] = winOpportunity(state, win());
    expect(OpportunityWon.parse(event)).toEqual(event);
  });
});
