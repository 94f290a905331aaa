import { OpportunityIntroduced } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { noon, until } from './fixtures/past.ts';
import { introduceOpportunity } from './introduce-opportunity.ts';
import { opportunity } from './opportunity.ts';

const given = scenario(opportunity);
const introduce = (units: string[]) => ({ opportunityId: 'o-1', units, at: noon });
const introduced = (units: string[], accountId: string | undefined = 'acme') => ({
  type: 'OpportunityIntroduced' as const,
  data: { opportunityId: 'o-1', accountId, units, at: '2026-03-02T12:00:00.000Z' },
});
const manyUnits = (count: number) => Array.from({ length: count }, (_, index) => `unit-${index}`);

describe('introduce opportunity', () => {
  it('R11: brings in units that could serve it', () => {
    given(...until.discovered)
      .when((opportunity) => introduceOpportunity(opportunity, introduce(['servers', 'software'])))
      .thenEmits(introduced(['servers', 'software']));
  });

  it('names a unit once, however often it was given', () => {
    given(...until.discovered)
      .when((opportunity) => introduceOpportunity(opportunity, introduce(['servers', 'servers'])))
      .thenEmits(introduced(['servers']));
  });

  it('brings in further units while none has accepted, and leaves out those it has', () => {
    given(...until.introduced)
      .when((opportunity) => introduceOpportunity(opportunity, introduce(['servers', 'retail'])))
      .thenEmits(introduced(['retail']));
  });

  it('takes as many units as an opportunity may be introduced to', () => {
    given(...until.introduced)
      .when((opportunity) => introduceOpportunity(opportunity, introduce(manyUnits(18))))
      .thenEmits(introduced(manyUnits(18)));
  });

  it.each([
    { past: 'absent', units: ['servers'], code: 'opportunity-not-found' },
    { past: 'introduced', units: ['servers'], code: 'opportunity-already-introduced' },
    { past: 'introduced', units: manyUnits(19), code: 'too-many-units' },
    { past: 'accepted', units: ['retail'], code: 'opportunity-already-accepted' },
    { past: 'won', units: ['retail'], code: 'opportunity-closed' },
    { past: 'lost', units: ['retail'], code: 'opportunity-closed' },
  ] as const)('refuses with $code what is $past', ({ past, units, code }) => {
    given(...until[past])
      .when((opportunity) => introduceOpportunity(opportunity, introduce([...units])))
      .thenRefuses(code);
  });

  it('emits only events the contract accepts', () => {
    const state = until.discovered.reduce(opportunity.evolve, opportunity.initial);
    const [event] = introduceOpportunity(state, introduce(['servers']));
    expect(OpportunityIntroduced.parse(event)).toEqual(event);
  });
});
