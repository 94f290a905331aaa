import { callerOf, eventually, type TestCaller } from '@steward/testing';
import { accountHistory } from '../fixtures/account-history.ts';
import { agentContent } from '../fixtures/agents.ts';
import { officeHours } from '../fixtures/hours.ts';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

interface Routing {
  readonly heldBy?: string;
  readonly awaitsAgentSince?: string;
  readonly choice?: {
    readonly agentId?: string;
    readonly why?: string;
    readonly reason?: string;
    readonly dropped: readonly string[];
    readonly considered: readonly { readonly agentId: string; readonly leftOut?: string }[];
  };
}
interface Agent {
  readonly agentId: string;
  readonly capacityUnits: number;
  readonly loadUnits: number;
  readonly work: readonly { readonly ticketId: string }[];
}
interface History {
  readonly items: readonly { readonly type: string; readonly data: { readonly weight?: number } }[];
}

/** How much somebody had in hand after each fact. */
const loadsOver = ({ items }: History): number[] => {
  const steps: Record<string, number> = { SupportAgentTookOn: 1, SupportAgentLetGo: -1 };
  let load = 0;
  return items.map(({ type, data }) => {
    load += (steps[type] ?? 0) * (data.weight ?? 0);
    return load;
  });
};

const minuteMs = 60_000;
const callCentre = { line: 'first', team: 'Call centre' };
const experts = { line: 'second', team: 'Experts' };
const isCaughtUp = (lag: Readonly<Record<string, number>>): boolean =>
  Object.values(lag).every((messages) => messages === 0);

describe('routing on real servers', () => {
  /** What the services believe the time to be. */
  let aheadMs = 0;
  let on: RunningSupport;

  beforeAll(async () => {
    // Two of them, so that everything is decided by two at the same time.
    on = await runningSupport({ replicas: 2, now: () => new Date(Date.now() + aheadMs) });
    const always = officeHours({ openings: [{ from: '00:00', to: '24:00' }], days: 'all' });
    const calendar = { calendarId: 'office', name: 'Always', hours: always };
    expect((await on.manager.post('/v1/calendars', calendar)).status).toBe(201);
  });
  afterAll(() => on.stop());

  /** Somebody of support at one of the replicas. */
  const as = (subject: string, replica = 0): Promise<TestCaller> =>
    callerOf(on.replicas[replica]?.url ?? '', { subject, roles: ['support-agent'] });
  const define = async (agentId: string, changes: Parameters<typeof agentContent>[0] = {}) =>
    expect(
      await on.manager.post('/v1/support-agents', { agentId, ...agentContent(changes) }),
    ).toMatchObject({ status: 201 });
  const say = async (agentId: string, presence: string, desk?: object) =>
    expect(
      await (await as(agentId)).post(`/v1/support-agents/${agentId}/presence`, { presence, desk }),
    ).toMatchObject({ status: 200 });
  const raise = async (ticketId: string, changes: object = {}) =>
    expect(
      await on.agent.post('/v1/tickets', {
        ticketId,
        accountId: 'acme',
        subject: 'No light',
        ...changes,
      }),
    ).toMatchObject({ status: 201 });
  const routingOf = async (ticketId: string): Promise<Routing> =>
    (await on.agent.get(`/v1/tickets/${ticketId}/routing`)).body as Routing;
  const held = (ticketId: string, by?: string): Promise<Routing> =>
    eventually(
      () => routingOf(ticketId),
      ({ heldBy }) => heldBy !== undefined && (by === undefined || heldBy === by),
    );
  const agentOf = async (agentId: string): Promise<Agent> =>
    (await on.agent.get(`/v1/support-agents/${agentId}`)).body as Agent;
  const free = (agentId: string): Promise<Agent> =>
    eventually(
      () => agentOf(agentId),
      ({ work }) => work.length === 0,
    );
  const countedTo = (count: number) =>
    eventually(
      () => on.agent.get('/v1/routing/stability'),
      ({ body }) => (body as { readonly tickets: number }).tickets === count,
    );
  const resolve = async (ticketId: string) =>
    expect(
      await on.agent.post(`/v1/tickets/${ticketId}/resolution`, { resolution: 'New lamp' }),
    ).toMatchObject({ status: 200 });

  it('leaves tickets alone as long as nobody is defined', async () => {
    await raise('early');
    for (const { lag } of on.replicas) await eventually(async () => lag(), isCaughtUp);
    const { items } = (await on.agent.get('/v1/tickets/early/history')).body as History;
    expect(items.map(({ type }) => type)).toEqual(['TicketRaised']);
    expect(await routingOf('early')).not.toHaveProperty('choice');
    await on.agent.post('/v1/tickets/early/cancellation', {});
  });

  it('knows its agents, and who may say what of them', async () => {
    const { manager, agent } = on;
    const elsewhere = { agentId: 'ben', ...agentContent({ calendarId: 'none' }) };
    expect(await manager.post('/v1/support-agents', elsewhere)).toMatchObject({
      status: 404,
      body: { code: 'support-agent-calendar-not-found' },
    });
    await define('ben', { segments: ['large'], desks: [callCentre, experts] as never });
    await define('cleo', { skills: [{ skill: 'french', level: 7 }] });
    expect(await agent.post('/v1/support-agents/ben/presence', { presence: 'away' })).toMatchObject(
      { status: 403, body: { code: 'support-agent-is-another' } },
    );
    await say('ben', 'present', callCentre);
    const ben = await as('ben');
    const there = { presence: 'present', desk: experts };
    expect(await ben.post('/v1/support-agents/ben/presence', there)).toMatchObject({
      status: 409,
      body: { code: 'support-agent-in-two-places' },
    });
    const leave = { from: '2030-01-01T00:00:00Z', to: '2030-01-08T00:00:00Z' };
    const leaves = '/v1/support-agents/ben/leaves';
    expect((await manager.post(leaves, { leaveId: 'l-1', ...leave })).status).toBe(200);
    expect(await manager.post(leaves, leave)).toMatchObject({
      status: 409,
      body: { code: 'support-agent-leave-overlaps' },
    });
    expect((await manager.post(`${leaves}/l-1/withdrawal`)).status).toBe(200);
    expect((await agent.get('/v1/support-agents?presence=present')).body).toMatchObject({
      items: [{ agentId: 'ben', desk: callCentre, loadUnits: 0, leaves: [] }],
    });
    expect((await agent.get('/v1/support-agents?team=Experts')).body).toMatchObject({
      items: [{ agentId: 'ben' }],
    });
    expect(
      await manager.post(
        '/v1/support-agents/ben/revisions',
        agentContent({ segments: ['large'], name: 'Ben' }),
      ),
    ).toMatchObject({ status: 200 });
    const { items } = (await agent.get('/v1/support-agents/ben/history')).body as History;
    expect(items.map(({ type }) => type)).toEqual([
      'SupportAgentDefined',
      'SupportAgentPresenceChanged',
      'SupportAgentLeaveGranted',
      'SupportAgentLeaveWithdrawn',
      'SupportAgentRevised',
    ]);
    expect((await on.customer.get('/v1/support-agents/ben')).status).toBe(403);
    expect((await agent.get('/v1/support-agents/nobody/history')).status).toBe(404);
  });

  it('R103: knows the segment of a caller at once, and passes the ticket to its specialist', async () => {
    await say('cleo', 'present');
    const reached = { segment: 'large', email: 'carl@acme.example', phone: '+49 30 1234' };
    await on.publisher.publish(accountHistory('acme', reached));
    const caller = (clue: string) => on.agent.get(`/v1/callers?${clue}`);
    const known = await eventually(
      () => caller('address=Carl@Acme.example'),
      ({ body, status }) => status === 200 && JSON.stringify(body).includes('large'),
    );
    expect(known.body).toEqual({
      callers: [
        {
          accountId: 'acme',
          name: 'The acme',
          industry: 'energy',
          segment: 'large',
          contacts: [{ contactId: 'acme-carl', name: 'Carl' }],
          specialists: [{ agentId: 'ben', name: 'Ben', desk: callCentre }],
          openTicketIds: [],
        },
      ],
    });
    await say('ben', 'away');
    expect((await caller('accountId=acme')).body).toMatchObject({
      callers: [{ contacts: [], specialists: [] }],
    });
    await say('ben', 'present', callCentre);
    await raise('t-1', { reachedBy: 'phone' });
    expect(await held('t-1')).toMatchObject({
      heldBy: 'ben',
      reachedBy: 'phone',
      choice: {
        why: 'specialist-of-the-segment',
        considered: [
          { agentId: 'ben', isSpecialist: true },
          { agentId: 'cleo', isSpecialist: false },
        ],
      },
    });
    expect(await agentOf('ben')).toMatchObject({ loadUnits: 4, work: [{ ticketId: 't-1' }] });
    expect((await caller(`address=${encodeURIComponent('0049 30 1234')}`)).body).toMatchObject({
      callers: [{ accountId: 'acme', openTicketIds: ['t-1'] }],
    });
  });

  it.each([
    ['accountId=nobody', 404, 'not-found'],
    ['address=%3F%3F%3F', 404, 'not-found'],
    ['', 400, 'caller-by-address-or-account'],
    ['address=carl@acme.example&accountId=acme', 400, 'caller-by-address-or-account'],
  ])('R103: knows nobody by "%s"', async (clue, status, code) => {
    expect(await on.agent.get(`/v1/callers?${clue}`)).toMatchObject({ status, body: { code } });
    expect((await on.customer.get(`/v1/callers?${clue}`)).status).toBe(403);
  });

  it('says why nobody takes a ticket, and gives it to whoever has room first', async () => {
    await say('cleo', 'busy');
    await raise('t-2');
    expect(
      await eventually(
        () => routingOf('t-2'),
        ({ choice }) => choice !== undefined,
      ),
    ).toMatchObject({
      choice: {
        reason: 'capacity-used-up',
        considered: [
          { agentId: 'ben', leftOut: 'capacity-used-up' },
          { agentId: 'cleo', leftOut: 'busy' },
        ],
      },
    });
    const { items } = (await on.customer.get('/v1/tickets/t-2/history')).body as History;
    expect(items.map(({ type }) => type)).toEqual(['TicketRaised']);
    expect(await on.agent.post('/v1/tickets/t-2/routing')).toMatchObject({
      status: 200,
      body: { version: 2 },
    });
    await resolve('t-1');
    expect(await held('t-2')).toMatchObject({ heldBy: 'ben' });
    expect((await on.customer.get('/v1/tickets/t-2')).body).toMatchObject({ agent: 'ben' });
    expect(await on.agent.post('/v1/tickets/t-2/routing')).toMatchObject({
      status: 409,
      body: { code: 'ticket-already-held' },
    });
  });

  it('R80: brings customers who return to those who served them, and tells how often', async () => {
    await say('cleo', 'present');
    await raise('t-3', { accountId: 'small' });
    expect(await held('t-3')).toMatchObject({ heldBy: 'cleo', choice: { why: 'most-available' } });
    await resolve('t-3');
    await free('cleo');
    await countedTo(3);
    const begun = new Date().toISOString();
    await raise('t-4', { accountId: 'small' });
    expect(await held('t-4')).toMatchObject({
      heldBy: 'cleo',
      choice: { why: 'known-to-the-customer', considered: [{ known: 0 }, { agentId: 'ben' }] },
    });
    await say('cleo', 'away');
    await raise('t-5', { accountId: 'small' });
    expect(await held('t-5')).toMatchObject({ heldBy: 'ben' });

    expect((await countedTo(5)).body).toEqual({
      tickets: 5,
      returning: 3,
      toEarlierHandler: 2,
      share: 2 / 3,
      agents: [
        { agentId: 'ben', tickets: 3, returning: 2, toEarlierHandler: 1 },
        { agentId: 'cleo', tickets: 2, returning: 1, toEarlierHandler: 1 },
      ],
    });
    const since = encodeURIComponent(begun);
    expect((await on.agent.get(`/v1/routing/stability?from=${since}`)).body).toMatchObject({
      tickets: 2,
      returning: 2,
    });
    expect((await on.agent.get(`/v1/routing/stability?to=${since}`)).body).toMatchObject({
      tickets: 3,
      returning: 1,
    });
    for (const ticketId of ['t-2', 't-4', 't-5']) await resolve(ticketId);
    await Promise.all(['ben', 'cleo'].map(free));
  });

  it('brings what is reopened back to whoever had it', async () => {
    await say('cleo', 'present');
    await raise('t-6', { accountId: 'another' });
    const first = (await held('t-6')).heldBy ?? '';
    await resolve('t-6');
    await free(first);
    expect((await on.agent.post('/v1/tickets/t-6/reopening')).status).toBe(200);
    expect(await held('t-6')).toMatchObject({
      heldBy: first,
      choice: { why: 'known-to-the-customer' },
    });
    await resolve('t-6');
    await free(first);
  });

  it('waits for the best, and in time does without what it need not have', async () => {
    const additional = [{ skill: 'french', minLevel: 9, priority: 1 }];
    const required = [{ skill: 'french', minLevel: 5 }];
    expect(
      await on.customer.post('/v1/tickets', { accountId: 'acme', subject: 'Hm', required }),
    ).toMatchObject({ status: 403, body: { code: 'ticket-for-staff-only' } });
    await raise('t-7', { required, additional });
    const { choice } = await eventually(
      () => routingOf('t-7'),
      (found) => found.choice !== undefined,
    );
    expect(choice).toMatchObject({ reason: 'skill-missing', dropped: [] });
    expect(JSON.stringify((await on.customer.get('/v1/tickets/t-7/history')).body)).not.toContain(
      'french',
    );
    aheadMs += 5 * minuteMs;
    expect(await held('t-7')).toMatchObject({
      heldBy: 'cleo',
      choice: { why: 'the-only-one', dropped: ['french'] },
    });
  });

  it('hands on, gives back, and lets agents claim by themselves', async () => {
    await define('dora', { desks: [experts] as never });
    expect((await on.agent.post('/v1/tickets/t-7/hand-over', { desk: experts })).status).toBe(200);
    await free('cleo');
    const dora = await as('dora', 1);
    const claim = () => dora.post('/v1/tickets/t-7/claim');
    expect(await claim()).toMatchObject({ status: 409, body: { code: 'support-agent-away' } });
    await say('dora', 'busy');
    expect(await claim()).toMatchObject({
      status: 409,
      body: { code: 'support-agent-skill-missing' },
    });
    await raise('t-8');
    await held('t-8');
    expect((await on.agent.post('/v1/tickets/t-8/hand-over', { desk: experts })).status).toBe(200);
    const { version } = (await on.agent.get('/v1/tickets/t-8')).body as { version: number };
    const path = '/v1/tickets/t-8/claim';
    const stale = { 'if-match': `"${version + 7}"` };
    expect((await dora.post(path, {}, stale)).status).toBe(412);
    const keyed = { 'idempotency-key': 'claim-of-dora' };
    const claimed = await dora.post(path, {}, keyed);
    expect(claimed.status).toBe(200);
    expect(await dora.post(path, {}, keyed)).toMatchObject({ status: 200, body: claimed.body });
    expect(await dora.post(path)).toMatchObject({
      status: 409,
      body: { code: 'ticket-already-held' },
    });
    const release = (who: TestCaller) => who.post('/v1/tickets/t-8/release');
    expect(await release(await as('cleo'))).toMatchObject({
      status: 403,
      body: { code: 'ticket-held-by-another' },
    });
    await say('dora', 'present');
    expect((await release(dora)).status).toBe(200);
    expect(await agentOf('dora')).toMatchObject({ loadUnits: 0, work: [] });
    expect(await release(on.manager)).toMatchObject({
      status: 409,
      body: { code: 'ticket-not-held' },
    });
    // What somebody gave back is not pressed on them again, though they are the only one there.
    const refused = await eventually(
      () => routingOf('t-8'),
      ({ choice }) => choice?.reason !== undefined,
    );
    expect(refused.choice).toMatchObject({
      considered: [{ agentId: 'dora', leftOut: 'gave-it-back' }],
    });
    for (const ticketId of ['t-7', 't-8']) await resolve(ticketId);
  });

  it('gives a hundred claims at two replicas one holder each, and nobody more than they can have', async () => {
    for (const agentId of ['ben', 'cleo', 'dora']) await say(agentId, 'away');
    const names = Array.from({ length: 10 }, (_, index) => `agent-${index}`);
    await Promise.all(names.map((agentId) => define(agentId)));
    await Promise.all(names.map((agentId) => say(agentId, 'busy')));
    const tickets = Array.from({ length: 50 }, (_, index) => `many-${index}`);
    await Promise.all(tickets.map((ticketId) => raise(ticketId)));

    const ask = async (verb: string, ticketId: string, agentId: string, replica: number) => {
      const caller = await as(agentId, replica);
      // Whoever meets too many others is told to come again.
      const { status } = await eventually(
        () => caller.post(`/v1/tickets/${ticketId}/${verb}`),
        (answer) => answer.status !== 503,
      );
      return status;
    };
    const claims = tickets.flatMap((ticketId, index) => [
      ask('claim', ticketId, `agent-${index % 10}`, 0),
      ask('claim', ticketId, `agent-${(index + 3) % 10}`, 1),
    ]);
    const statuses = await Promise.all(claims);
    expect(new Set(statuses)).toEqual(new Set([200, 409]));

    const agreed = async () => {
      const agents = await Promise.all(names.map(agentOf));
      const inHand = agents.flatMap(({ agentId, work }) =>
        work.map(({ ticketId }) => [ticketId, agentId] as const),
      );
      const routings = await Promise.all(tickets.map(routingOf));
      const holders = tickets.flatMap((ticketId, index) => {
        const heldBy = routings[index]?.heldBy;
        return heldBy === undefined ? [] : [[ticketId, heldBy] as const];
      });
      return { inHand: inHand.sort(), holders: holders.sort() };
    };
    const after = await agreed();
    expect(after.inHand).toEqual(after.holders);
    expect(after.holders).toHaveLength(statuses.filter((status) => status === 200).length);
    expect(after.holders.length).toBeGreaterThan(10);

    // From here on everybody is given what waits, while others are settled.
    await Promise.all(names.map((agentId) => say(agentId, 'present')));
    const routes = tickets.flatMap((ticketId) =>
      [0, 1].map((replica) => ask('routing', ticketId, 'agent-0', replica)),
    );
    await Promise.all(after.holders.slice(0, 5).map(([ticketId]) => resolve(ticketId)));
    for (const status of await Promise.all(routes)) expect([200, 409]).toContain(status);
    const filled = await eventually(
      agreed,
      ({ inHand, holders }) =>
        holders.length === 40 && JSON.stringify(inHand) === JSON.stringify(holders),
      30,
    );
    expect(new Set(filled.inHand.map(([ticketId]) => ticketId)).size).toBe(40);
    for (const agentId of names) {
      const path = `/v1/support-agents/${agentId}/history?limit=200`;
      const loads = loadsOver((await on.agent.get(path)).body as History);
      expect(Math.max(...loads)).toBe(4);
      expect(loads.at(-1)).toBe(4);
    }
  });

  it('gives nothing to whoever was retired, and retires nobody with tickets in their hands', async () => {
    const { manager } = on;
    const retire = (agentId: string) => manager.post(`/v1/support-agents/${agentId}/retirement`);
    expect(await retire('agent-0')).toMatchObject({
      status: 409,
      body: { code: 'support-agent-holds-tickets' },
    });
    const cleo = await as('cleo');
    expect((await cleo.post('/v1/support-agents/cleo/retirement')).status).toBe(403);
    expect((await retire('cleo')).status).toBe(200);
    expect((await on.agent.get('/v1/support-agents?status=retired')).body).toMatchObject({
      items: [{ agentId: 'cleo', status: 'retired', presence: 'away', skills: [{ level: 7 }] }],
    });
    const french = { required: [{ skill: 'french', minLevel: 1 }] };
    await raise('t-9', french);
    const { choice } = await eventually(
      () => routingOf('t-9'),
      (found) => found.choice !== undefined,
    );
    expect(choice?.considered.map(({ agentId }) => agentId)).not.toContain('cleo');
    expect(await cleo.post('/v1/tickets/t-9/claim')).toMatchObject({
      status: 409,
      body: { code: 'support-agent-retired' },
    });
    expect((await manager.post('/v1/support-agents/cleo/return')).status).toBe(200);
    await say('cleo', 'busy');
    expect((await cleo.post('/v1/tickets/t-9/claim')).status).toBe(200);
    const { items } = (await on.agent.get('/v1/support-agents/cleo/history')).body as History;
    expect(items.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['SupportAgentRetired', 'SupportAgentReturned', 'SupportAgentTookOn']),
    );
    await say('cleo', 'away');
  });

  it('lets nobody wait for good behind hundreds of tickets that nobody can take', async () => {
    const required = [{ skill: 'alchemy', minLevel: 10 }];
    for (let batch = 0; batch < 10; batch += 1)
      await Promise.all(
        Array.from({ length: 50 }, (_, index) => raise(`odd-${batch}-${index}`, { required })),
      );
    await raise('t-10');
    await eventually(
      () => routingOf('t-10'),
      ({ choice }) => choice?.reason !== undefined,
    );
    await define('zoe', { capacityUnits: 100 });
    await say('zoe', 'present');
    await held('t-10', 'zoe');
    expect(await routingOf('odd-0-0')).toMatchObject({ choice: { reason: 'skill-missing' } });
  });
});
