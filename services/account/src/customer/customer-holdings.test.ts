import type { Occurrence } from '@steward/bus';
import type { HoldingEvent } from './customer-event.ts';
import { customerHoldings, type Holding } from './customer-holdings.projection.ts';

const at = '2026-03-02T12:00:00.000Z';
const later = '2026-03-03T12:00:00.000Z';

const happened = (event: HoldingEvent, when = at, version = 1): HoldingEvent & Occurrence => ({
  ...event,
  id: `e-${version}`,
  topic: 'opportunity.opportunity',
  key: 'o-1',
  version,
  at: when,
});

const discovered = (accountId?: string): HoldingEvent => ({
  type: 'OpportunityDiscovered',
  data: { opportunityId: 'o-1', accountId, title: 'New lines', discoveredBy: 'ada', at },
});

const lost: HoldingEvent = {
  type: 'OpportunityLost',
  data: { opportunityId: 'o-1', accountId: 'acme', lossReason: 'price', at: later },
};

const holding: Holding = {
  accountId: 'acme',
  kind: 'opportunity',
  id: 'o-1',
  title: 'New lines',
  status: 'discovered',
  since: at,
};

describe('what a customer has with us (R25)', () => {
  it('begins with the first fact of a noun', () => {
    expect(customerHoldings.apply(undefined, happened(discovered('acme')))).toEqual(holding);
  });

  it('follows the facts that come after', () => {
    expect(customerHoldings.apply(holding, happened(lost, later, 2))).toEqual({
      ...holding,
      status: 'lost',
      since: later,
    });
  });

  it('leaves out what no known customer is behind', () => {
    expect(customerHoldings.apply(undefined, happened(discovered()))).toBeUndefined();
  });

  it('keeps one row for each thing, whatever service it comes from', () => {
    expect(customerHoldings.keyOf(happened(lost))).toBe('opportunity.opportunity/o-1');
  });
});
