import { company, runLoop } from '@steward/platform';
import { callerOf, type TestCaller } from '@steward/testing';
import { startPlatformForTest, type TestPlatform } from './platform-for-test.ts';

describe('the loop, through the gateway', () => {
  let platform: TestPlatform;
  let anyone: TestCaller;
  const told: string[] = [];

  beforeAll(async () => {
    platform = await startPlatformForTest();
    anyone = await callerOf(platform.url, { subject: 'ida', roles: ['administrator'] });
    await runLoop('test', platform.url, (line = '') => told.push(line));
  });

  afterAll(() => platform.stop());

  it('goes round in six steps', () => {
    const steps = told.filter((line) => /^\d /.test(line)).map((line) => line.slice(0, 11).trim());
    expect(steps).toEqual(['1 Own', '2 Win', '3 Deliver', '4 Operate', '5 Serve', '6 Learn']);
  });

  it('says only where there is something to see', async () => {
    const paths = told.flatMap((line) => line.match(/\/v1\/\S+/g) ?? []);
    expect(paths.length).toBeGreaterThan(8);
    const statuses = await Promise.all(
      paths.map(async (path) => [path, (await anyone.get(path)).status]),
    );
    expect(statuses).toEqual(paths.map((path) => [path, 200]));
  });

  it('serves the large project that we lead from the delivery centre (R98)', async () => {
    const { body } = await anyone.get(`/v1/tickets/${company.ticket.ticketId}`);
    expect(body).toMatchObject({ arrangement: { tier: 1, servedBy: 'delivery-centre' } });
  });

  it('shows the account owner everything that the customer has with us (R25)', async () => {
    const { body } = await anyone.get(`/v1/accounts/${company.account.accountId}/record`);
    const { holdings } = body as { holdings: { kind: string; status: string }[] };
    const held = Object.fromEntries(holdings.map(({ kind, status }) => [kind, status]));
    expect(held).toEqual({
      opportunity: 'won',
      order: 'placed',
      solution: 'live',
      subscription: 'active',
      project: 'operated',
      ticket: 'closed',
    });
  });

  it('reports support, pipeline and satisfaction', async () => {
    const support = await anyone.get('/v1/reports/support?groupBy=line&demonstrations=include');
    expect(support.body).toMatchObject({ tickets: 1, neverLeftFirstLine: 0, reachedThirdLine: 0 });
    const pipeline = await anyone.get('/v1/reports/pipeline?demonstrations=include');
    expect(pipeline.body).toMatchObject({
      won: { count: 1, valueMinor: company.win.value.amountMinor, currency: 'EUR' },
    });
    const satisfaction = await anyone.get('/v1/reports/satisfaction?demonstrations=include');
    expect(satisfaction.body).toMatchObject({ ratings: 1, csat: 1, mean: 5 });
  });

  it('leaves the demonstration out of the reports of the company', async () => {
    const support = await anyone.get('/v1/reports/support');
    expect(support.body).toMatchObject({ tickets: 0 });
    const pipeline = await anyone.get('/v1/reports/pipeline');
    expect(pipeline.body).toMatchObject({ won: { count: 0 } });
  });

  it('lets a customer see its own account and no other', async () => {
    const nora = { subject: company.contact.contactId, roles: ['customer'] as const };
    const own = await callerOf(platform.url, { ...nora, account: company.account.accountId });
    const other = await callerOf(platform.url, { ...nora, account: 'somebody-else' });
    expect((await own.get(`/v1/tickets/${company.ticket.ticketId}`)).status).toBe(200);
    expect((await other.get(`/v1/tickets/${company.ticket.ticketId}`)).status).toBe(404);
    expect((await other.get('/v1/tickets')).body).toEqual({ items: [] });
  });
});
