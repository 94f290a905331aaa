import { OpenStage, OpportunityAdvanced } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { advanceOpportunity } from './advance-opportunity.ts';
import { callers, noon, until } from './fixtures/past.ts';
import { opportunity } from './opportunity.ts';

const given = scenario(opportunity);
const advance = (stage: OpenStage, caller: keyof typeof callers = 'accountOwner') => ({
  opportunityId: 'o-1',
  stage,
  caller: callers[caller],
  at: noon,
});
const advanced = (from: OpenStage, to: OpenStage) => ({
  type: 'OpportunityAdvanced' as const,
  data: { opportunityId: 'o-1', accountId: 'acme', from, to, at: '2026-03-02T12:00:00.000Z' },
});

describe('advance opportunity', () => {
  it.each(OpenStage.options.filter((stage) => stage !== 'prospecting'))(
    'moves what was just accepted from prospecting to %s',
    (stage) => {
      given(...until.accepted)
        .when((opportunity) => advanceOpportunity(opportunity, advance(stage)))
        .thenEmits(advanced('prospecting', stage));
    },
  );

  it.each(['prospecting', 'qualification', 'negotiation'] as const)(
    'moves either way, from proposal to %s',
    (stage) => {
      given(...until.advanced)
        .when((opportunity) => advanceOpportunity(opportunity, advance(stage)))
        .thenEmits(advanced('proposal', stage));
    },
  );

  it.each([
    { past: 'absent', stage: 'proposal', code: 'opportunity-not-found' },
    { past: 'discovered', stage: 'proposal', code: 'opportunity-not-accepted' },
    { past: 'introduced', stage: 'proposal', code: 'opportunity-not-accepted' },
    { past: 'accepted', stage: 'prospecting', code: 'stage-unchanged' },
    { past: 'advanced', stage: 'proposal', code: 'stage-unchanged' },
    { past: 'won', stage: 'proposal', code: 'opportunity-closed' },
    { past: 'lost', stage: 'proposal', code: 'opportunity-closed' },
  ] as const)('refuses with $code to bring to $stage what is $past', ({ past, stage, code }) => {
    given(...until[past])
      .when((opportunity) => advanceOpportunity(opportunity, advance(stage)))
      .thenRefuses(code);
  });

  it('R10: lets the opportunity owner advance it', () => {
    given(...until.accepted)
      .when((opportunity) =>
        advanceOpportunity(opportunity, advance('proposal', 'opportunityOwner')),
      )
      .thenEmits(advanced('prospecting', 'proposal'));
  });

  it('R10: refuses the owner of another opportunity', () => {
    given(...until.accepted)
      .when((opportunity) =>
        advanceOpportunity(opportunity, advance('proposal', 'otherOpportunityOwner')),
      )
      .thenRefuses('not-opportunity-owner');
  });

  it('emits only events the contract accepts', () => {
    const state = until.accepted.reduce(opportunity.evolve, opportunity.initial);
    const [event] = advanceOpportunity(state, advance('proposal'));
    expect(OpportunityAdvanced.parse(event)).toEqual(event);
  });
});
