import { until } from './fixtures/past.ts';
import { opportunity } from './opportunity.ts';

const stateAfter = (past: keyof typeof until) =>
  until[past].reduce(opportunity.evolve, opportunity.initial);

describe('opportunity', () => {
  it('R11: goes from discovered to introduced to accepted and keeps its discoverer', () => {
    const path = (['discovered', 'introduced', 'accepted'] as const).map(stateAfter);
    expect(path).toMatchObject([
      { status: 'discovered', discoveredBy: 'ada', units: [] },
      { status: 'introduced', discoveredBy: 'ada', units: ['servers', 'software'] },
      { status: 'accepted', discoveredBy: 'ada', unit: 'software', ownerId: 'olga' },
    ]);
  });

  it('is at prospecting when accepted, and then where it was moved to', () => {
    expect(stateAfter('accepted')).toMatchObject({ stage: 'prospecting' });
    expect(stateAfter('advanced')).toMatchObject({ stage: 'proposal' });
  });

  it('keeps what it was won for', () => {
    expect(stateAfter('won')).toMatchObject({
      status: 'won',
      value: { amountMinor: 500_000, currency: 'EUR' },
      closedAt: '2026-03-02T12:00:00.000Z',
    });
  });

  it('keeps why it was lost', () => {
    expect(stateAfter('lost')).toMatchObject({
      status: 'lost',
      lossReason: 'price',
      closedAt: '2026-03-02T12:00:00.000Z',
    });
  });
});
