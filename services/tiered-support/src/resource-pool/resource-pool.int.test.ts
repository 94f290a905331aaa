import { eventually } from '@steward/testing';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

const hourMs = 3_600_000;

describe('resource pools on real servers', () => {
  let on: RunningSupport;
  /** Midnight of tomorrow in UTC, so that days are whole. */
  let startMs = 0;
  const at = (hours: number) => new Date(startMs + hours * hourMs).toISOString();
  const path = '/v1/resource-pools/team';

  beforeAll(async () => {
    on = await runningSupport();
    startMs = (Math.floor(Date.now() / (24 * hourMs)) + 1) * 24 * hourMs;
    const ticket = { ticketId: 't-1', accountId: 'acme', subject: 'No light' };
    expect((await on.agent.post('/v1/tickets', ticket)).status).toBe(201);
  });
  afterAll(() => on.stop());

  const book = (bookingId: string, units: number, from: number, until: number) =>
    on.agent.post(`${path}/bookings`, {
      bookingId,
      for: { kind: 'ticket', id: 't-1' },
      units,
      from: at(from),
      until: at(until),
    });

  it('R118: are five, each with what there is and how much of it is booked', async () => {
    const body = { poolId: 'team', name: 'The team', units: 5 };
    expect((await on.manager.post('/v1/resource-pools', body)).status).toBe(201);
    const campaign = { kind: 'campaign', id: 'spring' };
    const times = { from: new Date().toISOString(), until: at(0) };
    const booking = { bookingId: 'now', for: campaign, units: 2, ...times };
    expect((await on.agent.post(`${path}/bookings`, booking)).status).toBe(201);
    const nothing = { capacity: [], now: { units: 0, booked: 0 }, version: 0 };
    expect((await on.agent.get('/v1/resource-pools')).body).toMatchObject({
      items: [
        { poolId: 'team', name: 'The team', now: { units: 5, booked: 2, percent: 40 }, version: 2 },
        { poolId: 'it', ...nothing },
        { poolId: 'operation', ...nothing },
        { poolId: 'solution', ...nothing },
        { poolId: 'partner', ...nothing },
      ],
    });
    expect((await on.manager.post('/v1/resource-pools', { ...body, poolId: 'sixth' })).status).toBe(
      400,
    );
    for (const poolId of ['sixth', 'it'])
      expect((await on.agent.get(`/v1/resource-pools/${poolId}`)).status).toBe(404);
  });

  it('R118: are never overbooked, however many ask at once', async () => {
    const asked = await Promise.all(
      Array.from({ length: 20 }, (_, index) => book(`race-${index}`, 1, 0, 24)),
    );
    const statuses = asked.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(5);
    const refused = asked.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(15);
    for (const { status, body } of refused)
      expect([status, body]).toMatchObject([409, { code: 'pool-overbooked' }]);
    expect(refused[0]?.body).toMatchObject({ detail: expect.stringContaining(at(0)) });
  });

  it('keep what is booked when they are revised', async () => {
    const revise = (from: number) =>
      on.manager.post(`${path}/revisions`, { name: 'The team', units: 4, from: at(from) });
    expect(await revise(23)).toMatchObject({ status: 409, body: { code: 'pool-capacity-booked' } });
    expect((await revise(24)).status).toBe(200);
  });

  it('move, shorten and release what is booked, and tell what is free', async () => {
    expect((await book('b-1', 4, 24, 48)).status).toBe(201);
    const change = (body: object) => on.agent.post(`${path}/bookings/b-1/changes`, body);
    expect((await change({ from: at(36), until: at(60) })).status).toBe(200);
    expect((await change({ until: at(48) })).status).toBe(200);
    expect(await change({ units: 5 })).toMatchObject({ body: { code: 'pool-overbooked' } });
    expect((await book('b-2', 1, 24, 36)).status).toBe(201);
    expect((await on.agent.post(`${path}/bookings/b-2/release`)).status).toBe(200);
    expect((await on.agent.get(`${path}/availability?from=${at(24)}&to=${at(60)}`)).body).toEqual({
      items: [
        { from: at(24), to: at(36), units: 4, booked: 0, free: 4 },
        { from: at(36), to: at(48), units: 4, booked: 4, free: 0 },
        { from: at(48), to: at(60), units: 4, booked: 0, free: 4 },
      ],
    });
  });

  it('R118: tell how much of them was used, day by day', async () => {
    const ask = () => on.agent.get(`${path}/utilisation?from=${at(0)}&to=${at(48)}`);
    const { body } = await eventually(
      ask,
      ({ body: seen }) =>
        (seen as { bookedUnitMs: number }).bookedUnitMs === (5 * 24 + 4 * 12) * hourMs,
    );
    expect(body).toMatchObject({
      poolId: 'team',
      capacityUnitMs: (5 * 24 + 4 * 24) * hourMs,
      percent: 77,
      days: [
        { date: at(0).slice(0, 10), bookedUnitMs: 120 * hourMs, percent: 100 },
        { date: at(24).slice(0, 10), bookedUnitMs: 48 * hourMs, percent: 50 },
      ],
    });
    expect((await on.agent.get(`${path}/bookings?limit=1`)).body).toMatchObject({
      items: [{ bookingId: 'now', by: 'ada' }],
      next: expect.any(String),
    });
    expect(await on.agent.get(`${path}/utilisation?from=${at(0)}&to=${at(0)}`)).toMatchObject({
      status: 400,
      body: { code: 'pool-period-empty' },
    });
  });

  it('are for what is there', async () => {
    const body = { for: { kind: 'project', id: 'x' }, units: 1, from: at(0), until: at(1) };
    expect(await on.agent.post(`${path}/bookings`, body)).toMatchObject({
      status: 404,
      body: { code: 'pool-booked-for-unknown' },
    });
  });

  it.each([
    [
      'an agent',
      'define',
      () => on.agent.post('/v1/resource-pools', { poolId: 'it', name: 'IT', units: 1 }),
    ],
    ['a customer', 'see', () => on.customer.get('/v1/resource-pools')],
    ['a customer', 'book', () => on.customer.post(`${path}/bookings`, {})],
  ])('are not for %s to %s', async (_who, _what, ask) => {
    expect(await ask()).toMatchObject({ status: 403, body: { code: 'scope-missing' } });
  });
});
