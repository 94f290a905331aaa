import { OpportunityLost } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { callers, noon, until } from './fixtures/past.ts';
import { type LoseOpportunity, loseOpportunity } from './lose-opportunity.ts';
import { opportunity } from './opportunity.ts';

const given = scenario(opportunity);

const lose = (changes: Partial<LoseOpportunity> = {}): LoseOpportunity => ({
  opportunityId: 'o-1',
  lossReason: 'competitor',
  caller: callers.accountOwner,
  at: noon,
  ...changes,
});

const lost = (changes: Partial<LoseOpportunity> = {}, accountId: string | undefined = 'acme') => {
  const { caller: _, at, ...told } = lose(changes);
  return { type: 'OpportunityLost' as const, data: { ...told, accountId, at: at.toISOString() } };
};

describe('lose opportunity', () => {
  it.each(['discovered', 'introduced', 'accepted', 'advanced'] as const)(
    'loses what is %s, with the reason',
    (past) => {
      given(...until[past])
        .when((opportunity) => loseOpportunity(opportunity, lose()))
        .thenEmits(lost());
    },
  );

  it('loses a chance at a customer who was never known', () => {
    const { data } = lost();
    given(...until.discoveredWithoutAccount)
      .when((opportunity) => loseOpportunity(opportunity, lose()))
      .thenEmits({ type: 'OpportunityLost', data: { ...data, accountId: undefined } });
  });

  it('takes another reason when notes say which', () => {
    const other = { lossReason: 'other', notes: 'The plant closed' } as const;
    given(...until.accepted)
      .when((opportunity) => loseOpportunity(opportunity, lose(other)))
      .thenEmits(lost(other));
  });

  it.each([undefined, '', '  \n'])('refuses another reason with the notes %j', (notes) => {
    given(...until.accepted)
      .when((opportunity) => loseOpportunity(opportunity, lose({ lossReason: 'other', notes })))
      .thenRefuses('loss-notes-missing');
  });

  it.each([
    { past: 'absent', code: 'opportunity-not-found' },
    { past: 'won', code: 'opportunity-closed' },
    { past: 'lost', code: 'opportunity-closed' },
  ] as const)('refuses with $code what is $past', ({ past, code }) => {
    given(...until[past])
      .when((opportunity) => loseOpportunity(opportunity, lose()))
      .thenRefuses(code);
  });

  it('R10: lets the opportunity owner lose it', () => {
    given(...until.accepted)
      .when((opportunity) =>
        loseOpportunity(opportunity, lose({ caller: callers.opportunityOwner })),
      )
      .thenEmits(lost());
  });

  it.each([
    { past: 'accepted', caller: 'otherOpportunityOwner' },
    { past: 'introduced', caller: 'opportunityOwner' },
  ] as const)('R10: refuses an opportunity owner while $past by another or none', (row) => {
    given(...until[row.past])
      .when((opportunity) => loseOpportunity(opportunity, lose({ caller: callers[row.caller] })))
      .thenRefuses('not-opportunity-owner');
  });

  it('emits only events the contract accepts', () => {
    const state = until.accepted.reduce(opportunity.evolve, opportunity.initial);
    const [event] = loseOpportunity(state, lose());
    expect(OpportunityLost.parse(event)).toEqual(event);
  });
});
