import { eventually, type TestCaller } from '@steward/testing';
import { officeHours } from '../fixtures/hours.ts';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

interface Lag {
  readonly entries: number;
  readonly isBehind: boolean;
  readonly openCases: number;
}
interface History {
  readonly items: readonly { readonly type: string; readonly data: object }[];
}

const minuteMs = 60_000;

describe('outsourced desks on real servers', () => {
  /** What the services believe the time to be. */
  let aheadMs = 0;
  let on: RunningSupport;
  let manager: TestCaller;
  let agent: TestCaller;
  let customer: TestCaller;
  let desk: TestCaller;

  beforeAll(async () => {
    const now = () => new Date(Date.now() + aheadMs);
    // Two of them, so that both watch the same silence.
    on = await runningSupport({ now, replicas: 2 });
    ({ manager, agent, customer, importer: desk } = on);
  });
  afterAll(() => on.stop());

  const engagement = {
    outsourcerId: 'night',
    name: 'Night desk',
    seniorOwner: { userId: 'mia', level: 'senior' },
    teams: ['Night'],
    lagLimitMinutes: 60,
  };
  /** The next line of the log of a case, which happened so many minutes ago. */
  const tell = (
    ticketId: string,
    entry: number,
    { ago = 0, status = 'in-progress', outsourcerId = 'night' as string | null } = {},
  ) =>
    desk.post(`/v1/tickets/${ticketId}/entries`, {
      entry,
      status,
      label: 'Taken',
      desk: { line: 'first', team: 'Night' },
      accountId: 'acme',
      subject: 'Dark',
      priority: 'high',
      channel: 'direct',
      ...(outsourcerId !== null && { outsourcerId }),
      occurredAt: new Date(Date.now() + aheadMs - ago * minuteMs).toISOString(),
    });
  const lagOf = async (query = '') =>
    (await agent.get(`/v1/outsourcers/night/lag${query}`)).body as Lag;
  const lagWith = (fits: (lag: Lag) => boolean) => eventually(lagOf, fits);
  const history = async () =>
    ((await agent.get('/v1/outsourcers/night/history?limit=200')).body as History).items;

  it('R105: are run by a senior of ours, or not at all', async () => {
    const tim = { userId: 'tim', level: 'account-manager' };
    expect(
      await manager.post('/v1/outsourcers', { ...engagement, seniorOwner: tim }),
    ).toMatchObject({ status: 400, body: { code: 'outsourcer-owner-not-senior' } });
    expect(
      await manager.post('/v1/outsourcers', { ...engagement, seniorOwner: undefined }),
    ).toMatchObject({ status: 400, body: { code: 'malformed-request' } });
    expect(
      await manager.post('/v1/outsourcers', { ...engagement, calendarId: 'nowhere' }),
    ).toMatchObject({ status: 404, body: { code: 'outsourcer-calendar-not-found' } });
    expect((await agent.post('/v1/outsourcers', engagement)).status).toBe(403);
    expect((await agent.get('/v1/outsourcers/night')).status).toBe(404);
    expect((await agent.get('/v1/outsourcers/night/lag')).status).toBe(404);

    expect((await manager.post('/v1/outsourcers', engagement)).status).toBe(201);
    expect((await agent.get('/v1/outsourcers/night')).body).toEqual({
      ...engagement,
      status: 'active',
      isBehind: false,
      openCases: 0,
      version: 1,
    });
    for (const [query, length] of [
      ['team=Night&status=active', 1],
      ['team=Day', 0],
      ['status=deactivated', 0],
    ] as const)
      expect((await agent.get(`/v1/outsourcers?${query}`)).body).toMatchObject({
        items: { length },
      });
    expect((await customer.get('/v1/outsourcers')).status).toBe(403);
  });

  it('R105: let their cases join ours, and are measured by how soon', async () => {
    expect(await tell('t-0', 1, { outsourcerId: 'unheard-of' })).toMatchObject({
      status: 404,
      body: { code: 'outsourcer-not-found' },
    });
    expect((await agent.get('/v1/tickets/t-0')).status).toBe(404);
    expect(await lagOf()).toMatchObject({ entries: 0, days: [] });

    expect((await tell('t-1', 1, { ago: 30 })).status).toBe(200);
    expect((await tell('t-1', 1, { ago: 30 })).status).toBe(200);
    expect((await tell('t-2', 1, { ago: 10, status: 'resolved' })).status).toBe(200);
    expect((await customer.get('/v1/tickets/t-1')).body).toMatchObject({
      status: 'in-progress',
      desk: { line: 'first', team: 'Night' },
      arrangement: { tier: 3 },
    });
    expect(JSON.stringify(await customer.get('/v1/tickets/t-1'))).not.toContain('night');
    expect(JSON.stringify((await customer.get('/v1/tickets/t-1/history')).body)).not.toContain(
      'Outsourced',
    );

    const lag = await lagWith(({ entries }) => entries === 2);
    expect(lag).toMatchObject({
      outsourcerId: 'night',
      lagLimitMinutes: 60,
      isBehind: false,
      openCases: 1,
      shareWithinLimit: 1,
    });
    const [thirty, ten] = [30 * 60, 10 * 60];
    const seconds = lag as unknown as Record<'maxSeconds' | 'p90Seconds' | 'meanSeconds', number>;
    expect(seconds.maxSeconds).toBeGreaterThanOrEqual(thirty);
    expect(seconds.p90Seconds).toBe(seconds.maxSeconds);
    expect(seconds.meanSeconds).toBeGreaterThanOrEqual((thirty + ten) / 2);
    expect(seconds.meanSeconds).toBeLessThan(seconds.maxSeconds);
    expect(await lagOf('?last=1')).toMatchObject({ entries: 1, days: { length: 1 } });
    expect(await tell('t-1', 2, { outsourcerId: null })).toMatchObject({
      status: 409,
      body: { code: 'ticket-entry-of-another-outsourcer' },
    });
  });

  it('R105: fall behind by what they tell too late, and catch up', async () => {
    expect((await tell('t-3', 1, { ago: 90 })).status).toBe(200);
    expect(await lagWith(({ entries }) => entries === 3)).toMatchObject({
      isBehind: true,
      openCases: 2,
      shareWithinLimit: 2 / 3,
    });
    expect((await tell('t-3', 2, { status: 'closed' })).status).toBe(200);
    expect(await lagWith(({ entries }) => entries === 4)).toMatchObject({
      isBehind: false,
      openCases: 1,
    });
    expect((await history()).map(({ type }) => type)).toEqual([
      'OutsourcerEngaged',
      'OutsourcerHeard',
      'OutsourcerHeard',
      'OutsourcerHeard',
      'OutsourcerFellBehind',
      'OutsourcerHeard',
      'OutsourcerCaughtUp',
    ]);
  });

  it('R105: fall behind by silence while a case is open', async () => {
    aheadMs = 61 * minuteMs;
    await lagWith(({ isBehind }) => isBehind);
    expect((await history()).at(-1)).toMatchObject({
      type: 'OutsourcerFellBehind',
      data: { why: 'silence' },
    });
    expect((await tell('t-1', 2, { status: 'resolved' })).status).toBe(200);
    expect(await lagWith(({ isBehind }) => !isBehind)).toMatchObject({ openCases: 0 });
    expect((await history()).filter(({ type }) => type === 'OutsourcerFellBehind')).toHaveLength(2);
  });

  it('R105: pass from one senior to the next without a gap, and are left', async () => {
    const path = '/v1/outsourcers/night';
    const ben = { userId: 'ben', level: 'director' };
    expect((await manager.post(`${path}/owner`, { seniorOwner: ben })).status).toBe(200);
    expect(await manager.post(`${path}/owner`, { seniorOwner: ben })).toMatchObject({
      status: 409,
      body: { code: 'outsourcer-owner-unchanged' },
    });
    expect((await history()).at(-1)).toMatchObject({
      data: { seniorOwner: ben, formerOwner: engagement.seniorOwner },
    });

    const calendar = { calendarId: 'office', name: 'The office', hours: officeHours() };
    expect((await manager.post('/v1/calendars', calendar)).status).toBe(201);
    const { outsourcerId: _, seniorOwner: __, ...content } = engagement;
    const revision = { ...content, lagLimitMinutes: 30, calendarId: 'office' };
    expect((await manager.post(`${path}/revisions`, revision)).status).toBe(200);
    expect((await agent.get(path)).body).toMatchObject({ ...revision, seniorOwner: ben });

    expect((await manager.post(`${path}/deactivation`)).status).toBe(200);
    expect(await tell('t-4', 1)).toMatchObject({
      status: 409,
      body: { code: 'outsourcer-deactivated' },
    });
    expect((await agent.get('/v1/tickets/t-4')).status).toBe(404);
    expect((await manager.post(`${path}/reactivation`)).status).toBe(200);
    expect((await tell('t-4', 1)).status).toBe(200);
  });
});
