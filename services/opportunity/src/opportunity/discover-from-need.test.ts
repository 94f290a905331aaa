import { OpportunityDiscovered, type OpportunityEvent } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { discoverFromNeed } from './discover-from-need.ts';
import { opportunity } from './opportunity.ts';

const given = scenario(opportunity);
const at = '2026-03-02T12:00:00.000Z';
const need = { needId: 'need-1', heardBy: ['bob', 'eve'] };
const command = { accountId: 'acme', title: 'More seats', need, at: new Date(at) };

const discovered: OpportunityEvent = {
  type: 'OpportunityDiscovered',
  data: {
    opportunityId: 'need-1',
    accountId: 'acme',
    title: 'More seats',
    discoveredBy: 'bob',
    need,
    at,
  },
};

describe('discover an opportunity from a need', () => {
  it('R104: credits who heard the need, and bears its id', () => {
    given()
      .when((opportunity) => discoverFromNeed(opportunity, command))
      .thenEmits(discovered);
    expect(OpportunityDiscovered.parse(discovered)).toEqual(discovered);
  });

  it('does so once', () => {
    given(discovered)
      .when((opportunity) => discoverFromNeed(opportunity, command))
      .thenNothing();
  });
});
