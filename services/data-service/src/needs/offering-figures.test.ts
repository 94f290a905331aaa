import type { OfferingEvent } from '@steward/contracts';
import { type LaunchedOffering, launchedOfferings } from './launched-offerings.projection.ts';
import { type OfferingFacts, offeringFigures } from './offering-figures.ts';
import { placedOrders } from './placed-orders.projection.ts';
import { startedSubscriptions } from './started-subscriptions.projection.ts';

const at = '2026-03-02T12:00:00.000Z';
const occurrence = { id: 'e', topic: 'any', key: 'any', version: 1, at };
const price = { amountMinor: 100, currency: 'EUR', per: 'month' } as const;

const published: OfferingEvent = {
  type: 'OfferingPublished',
  data: { offeringId: 'f-1', name: 'Portal', businessType: 'platform', unit: 'u', price, at },
};
const retired: OfferingEvent = { type: 'OfferingRetired', data: { offeringId: 'f-1', at } };

const offering = (id: string, changes: Partial<LaunchedOffering> = {}) => ({
  _id: id,
  name: `The ${id}`,
  status: 'published' as const,
  ...changes,
});
const facts: OfferingFacts = {
  offerings: [
    offering('b'),
    offering('a'),
    offering('d', { status: 'retired' }),
    offering('c'),
    offering('e'),
  ],
  adoption: [
    { offeringId: 'c', subscriptions: 3, accounts: 2 },
    { offeringId: 'd', subscriptions: 9, accounts: 1 },
  ],
  recurring: [{ offeringId: 'c', ...price }],
  sold: [
    { offeringId: 'b', currency: 'EUR', orders: 2, ordersAlone: 1, amountMinor: 500 },
    { offeringId: 'b', currency: 'USD', orders: 1, ordersAlone: 0, amountMinor: 0 },
  ],
};

describe('what the report on offerings remembers', () => {
  const after = (...past: OfferingEvent[]) =>
    past.reduce<LaunchedOffering | undefined>(
      (row, event) => launchedOfferings.apply(row, { ...occurrence, ...event }),
      undefined,
    );

  it.each([
    {
      what: 'one that is published',
      past: [published],
      row: { name: 'Portal', status: 'published' },
    },
    {
      what: 'one that is retired',
      past: [published, retired],
      row: { name: 'Portal', status: 'retired' },
    },
    { what: 'none that was never published', past: [retired], row: undefined },
  ])('is $what', ({ past, row }) => {
    expect(after(...past)).toEqual(row);
    expect(launchedOfferings.keyOf({ ...occurrence, ...published })).toBe('f-1');
  });

  it('is each subscription at its price', () => {
    const kept = { accountId: 'acme', offeringId: 'f-1', quantity: 3, price };
    const data = {
      ...kept,
      subscriptionId: 's-1',
      opportunityId: 'o-1',
      offeringName: 'Portal',
      at,
    };
    const started = { ...occurrence, type: 'SubscriptionStarted' as const, data };
    expect(startedSubscriptions.keyOf(started)).toBe('s-1');
    expect(startedSubscriptions.apply(undefined, started)).toEqual(kept);
  });

  it('is each order with every offering in it once', () => {
    const value = { amountMinor: 5, currency: 'EUR' };
    const lines = ['f-1', 'f-2', 'f-1'].map((offeringId) => ({ offeringId, quantity: 1 }));
    const data = { orderId: 'o-1', opportunityId: 'o-1', accountId: 'acme', value, lines, at };
    const placed = { ...occurrence, type: 'OrderPlaced' as const, data };
    expect(placedOrders.keyOf(placed)).toBe('o-1');
    expect(placedOrders.apply(undefined, placed)).toEqual({
      accountId: 'acme',
      offeringIds: ['f-1', 'f-2'],
      value,
    });
  });
});

describe('the figures of offerings', () => {
  it('R119: tell who has them, and what they bring as far as facts say so', () => {
    const { items, ...counts } = offeringFigures(facts, 10);
    expect(counts).toEqual({ published: 4, retired: 1 });
    expect(items.slice(0, 3)).toEqual([
      {
        offeringId: 'c',
        name: 'The c',
        status: 'published',
        subscriptions: 3,
        accounts: 2,
        recurring: [price],
        orders: 0,
        soldAlone: [],
      },
      expect.objectContaining({ offeringId: 'd', status: 'retired', subscriptions: 9 }),
      expect.objectContaining({
        offeringId: 'b',
        orders: 3,
        soldAlone: [{ amountMinor: 500, currency: 'EUR' }],
      }),
    ]);
  });

  it('come in an order that says most first, and then by name', () => {
    const ids = (top: number) =>
      offeringFigures(facts, top).items.map(({ offeringId }) => offeringId);
    expect(ids(10)).toEqual(['c', 'd', 'b', 'a', 'e']);
    expect(ids(2)).toEqual(['c', 'd']);
  });
});
