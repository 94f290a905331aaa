import {
  AccountRegistered,
  NeedAccepted,
  NeedFound,
  NeedsReport,
  NeedWon,
  OfferingPublished,
  OpportunityDiscovered,
  OpportunityWon,
  OrderPlaced,
  SubscriptionStarted,
} from '@steward/contracts';
import { eventRow, eventually } from '@steward/testing';
import { runDataService } from '../fixtures/running-data-service.ts';

const at = '2026-03-02T12:00:00.000Z';
const value = { amountMinor: 3_000_000_000, currency: 'EUR' };
const price = { amountMinor: 9_900, currency: 'EUR', per: 'month' } as const;
const sold = {
  title: 'Seats',
  unit: 'u',
  ownerId: 'olga',
  lines: [{ offeringId: 'portal', quantity: 2 }],
};

/** A need as support tells of it, up to the last of its facts that is wanted. */
const need = (needId: string, facts: 1 | 2 | 3, accountId = 'acme') => {
  const about = {
    needId,
    accountId,
    kind: 'expansion',
    title: 'Seats',
    heardBy: ['bob', 'eve'],
    at,
  };
  const heard = { leadsTo: 'opportunity', source: { kind: 'hand' }, origin: {}, quotes: [] };
  const why = { language: 'en', confidence: 65, reasons: [] };
  const decided = { as: 'opportunity', acceptedBy: 'mia', quotes: [] };
  const won = { opportunityId: needId, value };
  return [
    eventRow(NeedFound, { key: needId, version: 1, data: { ...about, ...heard, ...why } }),
    eventRow(NeedAccepted, { key: needId, version: 2, data: { ...about, ...decided } }),
    eventRow(NeedWon, { key: needId, version: 3, data: { ...about, ...won } }),
  ].slice(0, facts);
};

/** An opportunity that was won, of a need or of none. */
const won = (opportunityId: string, isFromNeed: boolean) => {
  const about = { opportunityId, accountId: 'acme', title: 'Seats', at };
  const origin = isFromNeed && { need: { needId: opportunityId, heardBy: ['bob', 'eve'] } };
  return [
    eventRow(OpportunityDiscovered, {
      key: opportunityId,
      version: 1,
      data: { ...about, discoveredBy: 'bob', ...origin },
    }),
    eventRow(OpportunityWon, {
      key: opportunityId,
      version: 2,
      data: { ...about, ...sold, value },
    }),
  ];
};

const subscribed = (subscriptionId: string, accountId: string) =>
  eventRow(SubscriptionStarted, {
    key: subscriptionId,
    version: 1,
    data: {
      subscriptionId,
      accountId,
      opportunityId: 'o-1',
      offeringId: 'portal',
      offeringName: 'Portal',
      quantity: 2,
      price,
      at,
    },
  });

const ordered = (orderId: string, ...offeringIds: string[]) =>
  eventRow(OrderPlaced, {
    key: orderId,
    version: 1,
    data: {
      orderId,
      opportunityId: orderId,
      accountId: 'acme',
      value,
      lines: offeringIds.map((offeringId) => ({ offeringId, quantity: 1 })),
      at,
    },
  });

const published = (offeringId: string) =>
  eventRow(OfferingPublished, {
    key: offeringId,
    version: 1,
    data: { offeringId, name: `The ${offeringId}`, businessType: 'platform', unit: 'u', price, at },
  });

describe('the watch of needs and offerings, on real servers', () => {
  let data: Awaited<ReturnType<typeof runDataService>>;

  const report = async (query = '') =>
    NeedsReport.parse((await data.get(`/v1/reports/needs${query}`)).body);

  beforeAll(async () => {
    data = await runDataService();
    const shown = {
      accountId: 'show',
      name: 'Show',
      industry: 'energy',
      isDemonstration: true,
      at,
    };
    await data.publish([
      eventRow(AccountRegistered, { key: 'show', version: 1, data: shown }),
      ...need('n-1', 3),
      ...need('n-2', 2),
      ...need('n-3', 1),
      ...need('n-4', 1),
      ...need('n-5', 1, 'show'),
      ...won('n-1', true),
      ...won('o-1', false),
      published('portal'),
      published('setup'),
      subscribed('s-1', 'acme'),
      subscribed('s-2', 'acme'),
      subscribed('s-3', 'other'),
      subscribed('s-4', 'show'),
      ordered('o-1', 'portal', 'setup'),
      ordered('o-2', 'portal'),
    ]);
    const rows = {
      'needs-heard': 5,
      'demonstration-accounts': 1,
      'pipeline-opportunities': 2,
      'launched-offerings': 2,
      'started-subscriptions': 4,
      'placed-orders': 2,
    };
    for (const [view, count] of Object.entries(rows))
      await eventually(
        () => data.rows(view),
        (found) => found.length === count,
      );
    await eventually(report, ({ needs }) => needs.won === 1 && needs.accepted === 2);
    await data.seen('/v1/reports/pipeline/opportunities/n-1', 2);
    await data.seen('/v1/reports/pipeline/opportunities/o-1', 2);
  });

  afterAll(() => data?.stop());

  it('R119: shows the backlog, the offerings, who has them and what they bring', async () => {
    const counts = { found: 4, open: 2, accepted: 2, rejected: 0, won: 1, offered: 0, lost: 0 };
    const { needs, kinds, offerings } = await report();
    expect(needs).toEqual({
      ...counts,
      medianOpenSeconds: expect.any(Number),
      wonValues: [value],
    });
    expect(kinds).toEqual([{ kind: 'expansion', ...counts }]);
    expect(offerings).toEqual({
      published: 2,
      retired: 0,
      items: [
        {
          offeringId: 'portal',
          name: 'The portal',
          status: 'published',
          subscriptions: 3,
          accounts: 2,
          recurring: [{ amountMinor: 59_400, currency: 'EUR', per: 'month' }],
          orders: 2,
          soldAlone: [value],
        },
        expect.objectContaining({ offeringId: 'setup', orders: 1, soldAlone: [] }),
      ],
    });
  });

  it('counts what was made to show something only where that is asked for', async () => {
    const { needs, offerings } = await report('?demonstrations=include&top=1');
    expect(needs).toMatchObject({ found: 5, open: 3 });
    expect(offerings.items).toMatchObject([{ offeringId: 'portal', accounts: 3 }]);
  });

  it('R106: tells how much of what was won began in service, and credits who heard it', async () => {
    const credit = { discovered: 1, won: 1, wonMinor: value.amountMinor };
    expect((await data.get('/v1/reports/pipeline')).body).toMatchObject({
      won: { count: 2 },
      fromService: {
        discovered: 1,
        won: 1,
        lost: 0,
        open: 0,
        wonMinor: value.amountMinor,
        currency: 'EUR',
        shareOfWonValue: 0.5,
        byPerson: [
          { personId: 'bob', ...credit },
          { personId: 'eve', ...credit },
        ],
      },
    });
  });
});
