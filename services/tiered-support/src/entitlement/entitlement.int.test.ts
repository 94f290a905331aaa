import { SubscriptionStarted } from '@steward/contracts';
import { eventRow, eventually } from '@steward/testing';
import { entitlementContent } from '../fixtures/entitlements.ts';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

interface Standing {
  readonly balance: {
    readonly charged: number;
    readonly remaining: number;
    readonly billable: number;
  };
}

const ago = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();
const always = {
  validFrom: '2020-01-01T00:00:00.000Z',
  validUntil: '2100-01-01T00:00:00.000Z',
};

describe('entitlements on real servers', () => {
  let on: RunningSupport;

  beforeAll(async () => {
    on = await runningSupport();
  });
  afterAll(() => on.stop());

  const open = (
    entitlementId: string,
    changes: Parameters<typeof entitlementContent>[0],
    who = on.manager,
  ) =>
    who.post('/v1/entitlements', {
      entitlementId,
      ...entitlementContent({ ...always, ...changes }),
    });
  const raise = (ticketId: string, about: object = {}, who = on.importer) =>
    who.post('/v1/tickets', { ticketId, accountId: 'acme', subject: 'No light', ...about });
  const ticketOf = async (ticketId: string) =>
    (await on.agent.get(`/v1/tickets/${ticketId}`)).body as { readonly isBillable?: boolean };
  const balanceOf = async (entitlementId: string) =>
    ((await on.agent.get(`/v1/entitlements/${entitlementId}`)).body as Partial<Standing>).balance;
  const balanceIs = (entitlementId: string, wanted: Partial<Standing['balance']>) =>
    eventually(
      () => balanceOf(entitlementId),
      (balance) =>
        Object.entries(wanted).every(
          ([part, amount]) => balance?.[part as keyof typeof balance] === amount,
        ),
    );

  it('change nothing for an account that was never given any', async () => {
    expect((await raise('before')).status).toBe(201);
    const ticket = await ticketOf('before');
    expect(ticket).not.toHaveProperty('isBillable');
    expect(ticket).not.toHaveProperty('entitlementId');
  });

  it('are opened and revised by whoever says how support works, and seen by their customer', async () => {
    expect((await open('e-1', {}, on.agent)).status).toBe(403);
    expect(await open('e-1', { validUntil: always.validFrom })).toMatchObject({
      status: 400,
      body: { code: 'entitlement-never-valid' },
    });
    expect((await open('e-1', { total: 1 })).status).toBe(201);
    const { name, whenUsedUp } = entitlementContent();
    const terms = { name, whenUsedUp, ...always, total: 2 };
    expect(await on.manager.post('/v1/entitlements/e-1/revisions', terms)).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    const expected = {
      entitlementId: 'e-1',
      total: 2,
      balance: { countedIn: 'cases', total: 2, charged: 0, remaining: 2, billable: 0 },
      version: 2,
    };
    expect((await on.customer.get('/v1/entitlements/e-1')).body).toMatchObject(expected);
    expect((await on.customer.get('/v1/entitlements')).body).toMatchObject({ items: [expected] });
    expect((await on.stranger.get('/v1/entitlements/e-1')).status).toBe(404);
    expect((await on.stranger.get('/v1/entitlements?accountId=acme')).body).toEqual({ items: [] });
    expect((await on.customer.get('/v1/entitlements/e-1/history')).status).toBe(403);
  });

  it('are never overdrawn by tickets that are raised at once', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `at-once-${index}`);
    const answers = await Promise.all(ids.map((ticketId) => raise(ticketId)));
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 201));
    expect(answers[0]?.body).toEqual({ id: 'at-once-0', version: 1 });
    expect(await balanceOf('e-1')).toMatchObject({ charged: 2, remaining: 0, billable: 10 });
    const tickets = await Promise.all(ids.map(ticketOf));
    expect(tickets.filter(({ isBillable }) => !isBillable)).toHaveLength(2);
    expect(tickets[0]).toMatchObject({ entitlementId: 'e-1' });
  });

  it('get back once what a ticket was charged that came to nothing', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `at-once-${index}`);
    const tickets = await Promise.all(
      ids.map(async (ticketId) => ({ ticketId, ...(await ticketOf(ticketId)) })),
    );
    const covered = tickets.find(({ isBillable }) => isBillable === false)?.ticketId;
    expect((await on.agent.post(`/v1/tickets/${covered}/cancellation`)).status).toBe(200);
    expect((await on.agent.post(`/v1/tickets/${covered}/cancellation`)).status).toBe(409);
    await balanceIs('e-1', { charged: 1, remaining: 1, billable: 10 });
    expect((await raise('after')).status).toBe(201);
    expect(await ticketOf('after')).toMatchObject({ isBillable: false });
  });

  it('are taken on what the ticket is about first, and refuse where their policy says so', async () => {
    const strict = { total: 1, whenUsedUp: 'refuse' } as const;
    await open('e-asset', { ...strict, on: { kind: 'asset', id: 'lamp' } });
    await open('e-line', {
      ...strict,
      on: { kind: 'contract-line', id: 'line' },
      validUntil: '2020-02-01T00:00:00.000Z',
    });
    expect((await raise('lamp-1', { assetId: 'lamp' })).status).toBe(201);
    expect(await ticketOf('lamp-1')).toMatchObject({
      assetId: 'lamp',
      entitlementId: 'e-asset',
      isBillable: false,
    });
    // By now nothing is left on the account either, so the narrowest decides.
    expect(await raise('lamp-2', { assetId: 'lamp' })).toMatchObject({
      status: 409,
      body: { code: 'entitlement-used-up' },
    });
    expect(await raise('line-1', { contractLineId: 'line' })).toMatchObject({
      status: 409,
      body: { code: 'entitlement-expired' },
    });
    for (const ticketId of ['lamp-2', 'line-1'])
      expect((await on.agent.get(`/v1/tickets/${ticketId}`)).status).toBe(404);
    expect(await balanceOf('e-asset')).toMatchObject({ charged: 1, billable: 0 });
  });

  it('leave billable what none of them is for', async () => {
    await open('e-other', { accountId: 'other', on: { kind: 'contract', id: 'c-1' } });
    expect((await raise('foreign', { accountId: 'other', assetId: 'lamp' })).status).toBe(201);
    const ticket = await ticketOf('foreign');
    expect(ticket).toMatchObject({ isBillable: true });
    expect(ticket).not.toHaveProperty('entitlementId');
  });

  it('change nothing for an account before its first begins', async () => {
    const accountId = 'early';
    const validFrom = '2099-01-01T00:00:00.000Z';
    await open('e-early', { accountId, on: { kind: 'account', id: accountId }, validFrom });
    expect((await raise('early', { accountId })).status).toBe(201);
    expect(await ticketOf('early')).not.toHaveProperty('isBillable');
  });

  it('are charged the hours that a ticket took, and after a reopening those that it took besides', async () => {
    const accountId = 'hourly';
    await open('e-hours', { accountId, on: { kind: 'account', id: accountId }, unit: 'hours' });
    await raise('h-1', { accountId, occurredAt: ago(40) });
    const started = Date.parse(
      ((await on.agent.get('/v1/tickets/h-1')).body as { raisedAt: string }).raisedAt,
    );
    const after = (seconds: number) => new Date(started + seconds * 1_000).toISOString();
    const steps: [string, object][] = [
      ['resolution', { resolution: 'New lamp', occurredAt: after(10) }],
      ['reopening', { occurredAt: after(12) }],
      ['resolution', { resolution: 'New fuse', occurredAt: after(17) }],
    ];
    for (const [verb, body] of steps)
      expect((await on.importer.post(`/v1/tickets/h-1/${verb}`, body)).status).toBe(200);
    await balanceIs('e-hours', { charged: 15, remaining: 7_200 - 15, billable: 0 });
  });

  it('are not charged for what is brought in', async () => {
    await raise('old', { accountId: 'hourly', occurredAt: '2026-03-02T12:00:00.000Z' });
    expect(await ticketOf('old')).not.toHaveProperty('entitlementId');
  });

  it('come with what is sold, so much for each unit, and are the contract that tickets name', async () => {
    const subscriptionId = 'o-9-portal';
    const support = { name: 'Care', unit: 'cases', total: 2, days: 3_650, whenUsedUp: 'refuse' };
    const data = {
      subscriptionId,
      accountId: 'buyer',
      opportunityId: 'o-9',
      offeringId: 'portal',
      offeringName: 'Portal',
      quantity: 3,
      price: { amountMinor: 9_900, currency: 'EUR', per: 'month' },
      support,
      at: ago(60),
    } as const;
    await on.publisher.publish([
      eventRow(SubscriptionStarted, { key: subscriptionId, version: 1, data }),
    ]);
    await balanceIs(subscriptionId, { charged: 0, remaining: 6, billable: 0 });
    const about = { accountId: 'buyer', contractId: subscriptionId };
    expect((await raise('of-the-contract', about)).status).toBe(201);
    expect(await ticketOf('of-the-contract')).toMatchObject({
      entitlementId: subscriptionId,
      isBillable: false,
    });
    await balanceIs(subscriptionId, { charged: 1, remaining: 5 });
  });
});
