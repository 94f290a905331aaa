import { OpportunityAccepted } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { acceptOpportunity } from './accept-opportunity.ts';
import { noon, until } from './fixtures/past.ts';
import { opportunity } from './opportunity.ts';

const given = scenario(opportunity);
const accept = (unit = 'software') => ({
  opportunityId: 'o-1',
  unit,
  ownerId: 'olga',
  at: noon,
});

describe('accept opportunity', () => {
  it('R10: sets the one opportunity owner, from a unit that it was introduced to', () => {
    given(...until.introduced)
      .when((opportunity) => acceptOpportunity(opportunity, accept()))
      .thenEmits({
        type: 'OpportunityAccepted',
        data: {
          opportunityId: 'o-1',
          accountId: 'acme',
          unit: 'software',
          ownerId: 'olga',
          at: '2026-03-02T12:00:00.000Z',
        },
      });
  });

  it.each([
    { past: 'absent', unit: 'software', code: 'opportunity-not-found' },
    { past: 'discovered', unit: 'software', code: 'opportunity-not-introduced' },
    { past: 'introduced', unit: 'retail', code: 'unit-not-introduced' },
    { past: 'accepted', unit: 'servers', code: 'opportunity-already-accepted' },
    { past: 'won', unit: 'software', code: 'opportunity-closed' },
    { past: 'lost', unit: 'software', code: 'opportunity-closed' },
  ] as const)('R10: refuses with $code for $unit what is $past', ({ past, unit, code }) => {
    given(...until[past])
      .when((opportunity) => acceptOpportunity(opportunity, accept(unit)))
      .thenRefuses(code);
  });

  it('emits only events the contract accepts', () => {
    const state = until.introduced.reduce(opportunity.evolve, opportunity.initial);
    const [event] = acceptOpportunity(state, accept());
    expect(OpportunityAccepted.parse(event)).toEqual(event);
  });
});
