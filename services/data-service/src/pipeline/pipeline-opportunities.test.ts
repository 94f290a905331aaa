import type { OpportunityEvent } from '@steward/contracts';
import { history } from '../fixtures/history.ts';
import { opportunityFact } from '../fixtures/opportunity-fact.ts';
import {
  type PipelineOpportunity,
  pipelineOpportunities,
} from './pipeline-opportunities.projection.ts';

const folded = (...facts: OpportunityEvent[]): PipelineOpportunity | undefined =>
  history(...facts).reduce<PipelineOpportunity | undefined>(pipelineOpportunities.apply, undefined);

const at = (day: string) => `2026-03-${day}T09:00:00.000Z`;
const estimate = { amountMinor: 900, currency: 'EUR' };

const path: readonly OpportunityEvent[] = [
  opportunityFact('OpportunityDiscovered', { estimate, at: at('02') }),
  opportunityFact('OpportunityIntroduced', { at: at('03') }),
  opportunityFact('OpportunityAccepted', { at: at('04') }),
  opportunityFact('OpportunityAdvanced', { to: 'negotiation', at: at('05') }),
  opportunityFact('OpportunityWon', { at: at('06') }),
];

describe('pipeline opportunities', () => {
  it.each([
    { after: 1, status: 'discovered', stage: undefined },
    { after: 2, status: 'introduced', stage: undefined },
    { after: 3, status: 'accepted', stage: 'prospecting' },
    { after: 4, status: 'accepted', stage: 'negotiation' },
    { after: 5, status: 'won', stage: 'negotiation' },
  ])('are $status after fact $after', ({ after, ...step }) => {
    const row = folded(...path.slice(0, after));
    expect({ status: row?.status, stage: row?.stage, version: row?.version }).toEqual({
      ...step,
      version: after,
    });
  });

  it('keep their dates, the estimate and what they were won for', () => {
    expect(folded(...path)).toMatchObject({
      estimate,
      value: { amountMinor: 5_000, currency: 'USD' },
      discoveredAt: at('02'),
      acceptedAt: at('04'),
      closedAt: at('06'),
    });
  });

  it('end without a value when they are lost', () => {
    const row = folded(...path.slice(0, 4), opportunityFact('OpportunityLost', { at: at('07') }));
    expect(row).toMatchObject({ status: 'lost', closedAt: at('07') });
    expect(row?.value).toBeUndefined();
  });

  it('know the need that they came of', () => {
    const need = { needId: 'n-1', heardBy: ['ada'] };
    const row = folded(opportunityFact('OpportunityDiscovered', { need }), ...path.slice(1));
    expect(row).toMatchObject({ status: 'won', needId: 'n-1' });
    expect(folded(...path)).not.toHaveProperty('needId');
  });

  it('learn the customer that became known only when they were won', () => {
    const unknown = opportunityFact('OpportunityDiscovered', { accountId: undefined });
    expect(folded(unknown)?.accountId).toBeUndefined();
    expect(folded(unknown, opportunityFact('OpportunityWon'))?.accountId).toBe('acme');
  });
});
