import { Milestone } from '@steward/contracts';
import { officeHours } from '../fixtures/hours.ts';
import { policyContent, targetsOf } from '../fixtures/policies.ts';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

interface Clocks {
  readonly policyId?: string;
  readonly policyVersion?: number;
  readonly calendarVersion?: number;
  readonly clocks: readonly {
    readonly clock: string;
    readonly line?: string;
    readonly state: string;
  }[];
}

/** A moment of Monday, the ninth of March, in Shanghai; `10:00` of the next day is `34:00`. */
const at = (time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(Date.UTC(2026, 2, 9, hours - 8, minutes)).toISOString();
};

describe('service levels on real servers', () => {
  let on: RunningSupport;

  beforeAll(async () => {
    on = await runningSupport();
  });
  afterAll(() => on.stop());

  const raise = (ticketId: string, accountId = 'acme') =>
    on.importer.post('/v1/tickets', {
      ticketId,
      accountId,
      subject: 'No light',
      occurredAt: at('10:00'),
    });
  const go = async (ticketId: string, ...steps: [string, object][]) => {
    for (const [verb, body] of steps)
      expect(await on.importer.post(`/v1/tickets/${ticketId}/${verb}`, body)).toMatchObject({
        status: 200,
      });
  };
  const clocksOf = async (ticketId: string, who = on.agent) =>
    (await who.get(`/v1/tickets/${ticketId}/clocks`)).body as Clocks;

  it('promise nothing before anybody has said what', async () => {
    await raise('early');
    expect(await clocksOf('early')).toMatchObject({ ticketId: 'early', clocks: [] });
  });

  it('count in a calendar that is there', async () => {
    expect(
      await on.manager.post('/v1/sla-policies', { policyId: 'default', ...policyContent() }),
    ).toMatchObject({ status: 404, body: { code: 'sla-calendar-not-found' } });
    const calendar = { calendarId: 'office', name: 'The office', hours: officeHours() };
    expect((await on.manager.post('/v1/calendars', calendar)).status).toBe(201);
  });

  it('are given to tickets by the policy that is for them', async () => {
    const { manager, agent } = on;
    const lines = { first: 120, second: 360 };
    const gold = policyContent({ name: 'Gold', rank: 10, match: { accounts: ['acme'] } });
    const shared = targetsOf({ firstResponse: 60, resolution: 480, lines });
    const terms = { ...gold.terms, targets: shared };
    const standard = { policyId: 'default', ...policyContent() };
    expect((await manager.post('/v1/sla-policies', standard)).status).toBe(201);
    const golden = { policyId: 'gold', ...gold, terms };
    expect((await manager.post('/v1/sla-policies', golden)).status).toBe(201);
    expect((await agent.get('/v1/sla-policies?status=enabled')).body).toMatchObject({
      items: [
        { policyId: 'default', rank: 0 },
        { policyId: 'gold', rank: 10, status: 'enabled' },
      ],
    });

    await raise('t-1');
    await raise('t-2', 'other');
    expect(await clocksOf('t-1')).toMatchObject({ policyId: 'gold', policyVersion: 1 });
    expect(await clocksOf('t-2')).toMatchObject({ policyId: 'default' });
  });

  it('tell each interval of a clock, and why it counted', async () => {
    await go(
      't-1',
      ['work', { occurredAt: at('10:30') }],
      ['wait', { waitingFor: 'customer', occurredAt: at('11:00') }],
      ['work', { occurredAt: at('34:00') }],
      ['hand-over', { desk: { line: 'second', team: 'Experts' }, occurredAt: at('35:00') }],
      ['resolution', { resolution: 'Put in a new lamp', occurredAt: at('41:00') }],
    );
    const { clocks } = await clocksOf('t-1');
    expect(clocks.map(({ clock, line, state }) => [clock, line, state])).toEqual([
      ['first-response', undefined, 'breached'],
      ['resolution', undefined, 'met'],
      ['line', 'first', 'met'],
      ['line', 'second', 'met'],
    ]);
    const hour = 3_600;
    expect(clocks[1]).toMatchObject({
      startedAt: at('10:00'),
      endedAt: at('41:00'),
      dueAt: at('42:00'),
      targetMinutes: 480,
      elapsedSeconds: 7 * hour,
      remainingSeconds: hour,
      pausedSeconds: 7 * hour,
      intervals: [
        { from: at('10:00'), to: at('11:00'), isRunning: true, why: 'open', businessSeconds: hour },
        { from: at('11:00'), to: at('34:00'), isRunning: false, why: 'waiting-for-customer' },
        { from: at('34:00'), to: at('41:00'), isRunning: true, businessSeconds: 6 * hour },
      ],
    });
    expect(clocks[0]).toMatchObject({ dueAt: at('11:00'), breachedAt: at('11:00') });
    expect(clocks.slice(2)).toMatchObject([
      { elapsedSeconds: 2 * hour, remainingSeconds: 0 },
      {
        elapsedSeconds: 5 * hour,
        intervals: [{ why: 'at-another-line' }, {}, { why: 'at-another-line' }, { why: 'open' }],
      },
    ]);
  });

  it('keep to themselves how the lines share the time', async () => {
    const { clocks } = await clocksOf('t-1', on.customer);
    expect(clocks.map(({ clock }) => clock)).toEqual(['first-response', 'resolution']);
    expect((await on.stranger.get('/v1/tickets/t-1/clocks')).status).toBe(404);
    const seenBy = async (who: RunningSupport['agent']) =>
      JSON.stringify((await who.get('/v1/tickets/t-1/history')).body);
    for (const word of ['"lines"', 'TicketClockBreached']) {
      expect(await seenBy(on.agent)).toContain(word);
      expect(await seenBy(on.customer)).not.toContain(word);
    }
  });

  it('stay as they were promised when policy and calendar are revised', async () => {
    const { manager } = on;
    const hours = officeHours({ holidays: ['2026-03-10'] });
    expect((await manager.post('/v1/calendars/office/revisions', { hours })).status).toBe(200);
    const dearer = policyContent({
      terms: { ...policyContent().terms, targets: targetsOf({ resolution: 60 }) },
    });
    expect(await manager.post('/v1/sla-policies/default/revisions', dearer)).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    expect(await clocksOf('t-2')).toMatchObject({
      policyVersion: 1,
      calendarVersion: 1,
      clocks: [{}, { clock: 'resolution', targetMinutes: 480, dueAt: at('34:00') }],
    });
    await raise('t-3', 'other');
    expect(await clocksOf('t-3')).toMatchObject({
      policyVersion: 2,
      calendarVersion: 2,
      clocks: [{ clock: 'resolution', targetMinutes: 60, dueAt: at('11:00') }],
    });
  });

  it('are what is promised now once somebody asks for it', async () => {
    const { manager, agent } = on;
    expect((await agent.post('/v1/tickets/t-2/promises')).status).toBe(403);
    const told = { occurredAt: at('10:30') };
    const anew = await on.importer.post('/v1/tickets/t-2/promises', told);
    expect(anew).toMatchObject({ status: 200 });
    expect(await clocksOf('t-2')).toMatchObject({
      policyVersion: 2,
      calendarVersion: 2,
      clocks: [{ clock: 'resolution', targetMinutes: 60, dueAt: at('11:00') }],
    });
    expect(await manager.post('/v1/tickets/t-2/promises')).toMatchObject({
      status: 409,
      body: { code: 'ticket-promise-unchanged' },
    });
  });

  it('are told as they stood, by the clock on the wall of any zone that there is', async () => {
    const { agent } = on;
    const asked = `at=${at('10:45')}&zone=Asia/Shanghai`;
    expect((await agent.get(`/v1/tickets/t-1/clocks?${asked}`)).body).toMatchObject({
      at: '2026-03-09T10:45:00.000+08:00',
      clocks: [
        { state: 'running', dueAt: '2026-03-09T11:00:00.000+08:00', elapsedSeconds: 45 * 60 },
        { state: 'running' },
        {},
        {},
      ],
    });
    expect(await agent.get('/v1/tickets/t-1/clocks?zone=Mars/Olympus')).toMatchObject({
      status: 400,
      body: { code: 'clock-zone-unknown' },
    });
  });

  it('are what a policy says by conditions of its own', async () => {
    const milestone = Milestone.parse({
      name: 'Expert at work',
      minutes: { medium: 60 },
      starts: { lines: ['second'] },
      stops: { lines: ['second'], statuses: ['in-progress'] },
    });
    const terms = { ...policyContent().terms, milestones: [milestone] };
    const expert = policyContent({ rank: 20, match: { accounts: ['expert'] }, terms });
    const defined = await on.manager.post('/v1/sla-policies', { policyId: 'expert', ...expert });
    expect(defined).toMatchObject({ status: 201 });
    await raise('t-5', 'expert');
    await go(
      't-5',
      ['hand-over', { desk: { line: 'second', team: 'Experts' }, occurredAt: at('10:30') }],
      ['work', { occurredAt: at('11:00') }],
      ['resolution', { resolution: 'Done', occurredAt: at('11:30') }],
    );
    expect((await on.agent.get(`/v1/tickets/t-5/clocks`)).body).toMatchObject({
      clocks: [
        {},
        {},
        { clock: 'milestone', milestone: 'Expert at work', state: 'met', elapsedSeconds: 1_800 },
      ],
    });
    const history = JSON.stringify((await on.agent.get('/v1/tickets/t-5/history')).body);
    expect(history).toContain('TicketMilestoneReached');
  });

  it('are for tickets of another help desk as well', async () => {
    const entry = {
      status: 'in-progress',
      label: 'Accepted',
      desk: { line: 'first', team: 'Desk' },
      accountId: 'acme',
      subject: 'Old',
      priority: 'high',
      channel: 'direct',
    };
    const log = [
      { occurredAt: at('10:00') },
      { status: 'waiting', waitingFor: 'user', occurredAt: at('10:10') },
      { status: 'waiting', waitingFor: 'vendor', occurredAt: at('10:40') },
      { status: 'resolved', occurredAt: at('11:00') },
    ];
    for (const [index, line] of log.entries()) {
      const told = { ...entry, ...line, entry: index + 1 };
      expect((await on.importer.post('/v1/tickets/old/entries', told)).status).toBe(200);
    }
    expect(await clocksOf('old')).toMatchObject({
      policyId: 'gold',
      clocks: [
        { state: 'met' },
        {
          clock: 'resolution',
          state: 'met',
          elapsedSeconds: 1_800,
          pausedSeconds: 1_800,
          intervals: [{ why: 'open' }, { why: 'waiting-for-user', isRunning: false }, {}],
        },
        {},
        {},
      ],
    });
  });

  it('are disabled, but for the default', async () => {
    const { manager } = on;
    expect((await manager.post('/v1/sla-policies/gold/disabling', {})).status).toBe(200);
    await raise('t-4');
    expect(await clocksOf('t-4')).toMatchObject({ policyId: 'default' });
    expect(await manager.post('/v1/sla-policies/default/disabling', {})).toMatchObject({
      status: 409,
      body: { code: 'sla-default-must-stay' },
    });
    expect((await manager.post('/v1/sla-policies/gold/enabling', {})).status).toBe(200);
  });

  it.each([
    ['an agent', () => on.agent.post('/v1/sla-policies', policyContent())],
    ['a customer', () => on.customer.get('/v1/sla-policies')],
  ])('are not for %s to change or see', async (_who, ask) => {
    expect(await ask()).toMatchObject({ status: 403, body: { code: 'scope-missing' } });
  });
});
