import { callerOf, eventually, type TestCaller } from '@steward/testing';
import { startPlatformForTest, type TestPlatform } from './platform-for-test.ts';

interface Page {
  readonly items: readonly { readonly needId: string; readonly kind: string }[];
}

describe('a need of a customer, through the gateway', () => {
  let platform: TestPlatform;
  let anyone: TestCaller;
  const value = { amountMinor: 250_000, currency: 'EUR' };

  const get = async (path: string) => (await anyone.get(path)).body;
  const done = async (path: string, body: object) =>
    expect((await anyone.post(path, body)).status).toBeLessThan(300);
  const until = (path: string, expected: object) =>
    eventually(
      () => get(path),
      (body) => {
        const found = body as Record<string, unknown>;
        return Object.entries(expected).every(([field, wanted]) => found[field] === wanted);
      },
    );

  beforeAll(async () => {
    platform = await startPlatformForTest();
    anyone = await callerOf(platform.url, { subject: 'ida', roles: ['administrator'] });
    await done('/v1/offerings', {
      offeringId: 'seats',
      name: 'Seats',
      businessType: 'platform',
      unit: 'software',
      price: { amountMinor: 1_000, currency: 'EUR', per: 'month' },
    });
    await done('/v1/conversations', {
      accountId: 'acme',
      channel: 'call',
      participants: [{ personId: 'eve', from: 'staff' }],
      turns: [
        { from: 'customer', text: '我们不需要培训，但是想增加账号。' },
        { from: 'customer', text: 'And could you connect it? We need an API.' },
      ],
    });
  });

  afterAll(() => platform?.stop());

  it('R104: becomes an opportunity that is won, or a candidate for the catalogue', async () => {
    const { items } = (await eventually(
      () => get('/v1/need-candidates?status=found'),
      (body) => (body as Page).items.length === 2,
    )) as Page;
    const idOf = (kind: string) => items.find((need) => need.kind === kind)?.needId ?? '';
    const [seats, api] = [idOf('expansion'), idOf('integration')];
    await done(`/v1/need-candidates/${seats}/acceptance`, { as: 'opportunity' });
    await done(`/v1/need-candidates/${api}/acceptance`, { as: 'offering' });

    const opportunity = `/v1/opportunities/${seats}`;
    await until(opportunity, { status: 'discovered', discoveredBy: 'eve' });
    await done(`${opportunity}/introduction`, { units: ['software'] });
    await done(`${opportunity}/acceptance`, { unit: 'software', ownerId: 'olga' });
    await done(`${opportunity}/win`, { value, lines: [{ offeringId: 'seats', quantity: 3 }] });
    await until(`/v1/need-candidates/${seats}`, { status: 'won' });
    expect(await get(`/v1/need-candidates/${seats}`)).toMatchObject({ value, heardBy: ['eve'] });

    await until(`/v1/offering-candidates/${api}`, { status: 'proposed' });
    await done(`/v1/offering-candidates/${api}/adoption`, { offeringId: 'seats' });
    await until(`/v1/need-candidates/${api}`, { status: 'offered' });
  });

  it('R106: is what service has started, and R119: is on the board with what it brings', async () => {
    const pipeline = await eventually(
      () => get('/v1/reports/pipeline'),
      (body) => (body as { won: { count: number } }).won.count === 1,
    );
    expect(pipeline).toMatchObject({
      fromService: {
        won: 1,
        wonMinor: value.amountMinor,
        shareOfWonValue: 1,
        byPerson: [{ personId: 'eve', won: 1 }],
      },
    });
    const isComplete = (body: unknown) => {
      const { needs, offerings } = body as {
        needs: { won: number };
        offerings: { items: { subscriptions: number; orders: number }[] };
      };
      const [seats] = offerings.items;
      return needs.won === 1 && seats?.subscriptions === 1 && seats.orders === 1;
    };
    const board = await eventually(() => get('/v1/reports/needs'), isComplete);
    expect(board).toMatchObject({
      needs: { found: 2, open: 0, accepted: 2, won: 1, wonValues: [value] },
      offerings: {
        published: 1,
        items: [
          {
            offeringId: 'seats',
            accounts: 1,
            recurring: [{ amountMinor: 3_000, currency: 'EUR', per: 'month' }],
            soldAlone: [value],
          },
        ],
      },
    });
  });
});
