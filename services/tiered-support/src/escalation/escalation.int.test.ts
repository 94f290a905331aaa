import { AccountOwnerAssigned, type HistoryEntry, tieredSupportRoutes } from '@steward/contracts';
import { callerOf, eventRow, eventually, type TestCaller } from '@steward/testing';
import { always, escalationContent, escalationStep } from '../fixtures/escalations.ts';
import { policyContent, targetsOf } from '../fixtures/policies.ts';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

interface Told {
  readonly number: number;
  readonly to: string;
  readonly recipientId?: string;
}
interface Seen {
  readonly escalationId: string;
  readonly ticketId: string;
  readonly status: string;
  readonly cause: { readonly kind: string };
  readonly taken: readonly Told[];
  readonly nextStepAt?: string;
}
interface Page<Item> {
  readonly items: readonly Item[];
}

const dayMs = 86_400_000;

describe('escalations on real servers', () => {
  /** How far the service believes the time to be on. */
  let aheadMs = 0;
  const now = () => new Date(Date.now() + aheadMs);
  const letPass = (minutes: number) => {
    aheadMs += minutes * 60_000;
  };
  let on: RunningSupport;
  let lead: TestCaller;

  const define = async (policyId: string, changes: Parameters<typeof escalationContent>[0]) => {
    const content = escalationContent({ calendarId: 'always', ...changes });
    expect(
      await on.manager.post('/v1/escalation-policies', { policyId, ...content }),
    ).toMatchObject({ status: 201 });
  };
  const raise = async (ticketId: string, accountId: string, more: object = {}) =>
    expect(
      await on.importer.post('/v1/tickets', { ticketId, accountId, subject: 'Dark', ...more }),
    ).toMatchObject({ status: 201 });
  const escalationsOf = async (ticketId: string, query = '') =>
    ((await on.agent.get(`/v1/tickets/${ticketId}/escalations${query}`)).body as Page<Seen>).items;
  /** The ladders of a ticket, once they are as they should be. */
  const climbed = (ticketId: string, fits: (items: readonly Seen[]) => boolean) =>
    eventually(() => escalationsOf(ticketId), fits);
  const hasTold =
    (count: number) =>
    (items: readonly Seen[]): boolean =>
      items.some(({ taken }) => taken.length === count);
  const historyOf = async (ticketId: string, who = on.agent) =>
    ((await who.get(`/v1/tickets/${ticketId}/history?limit=200`)).body as Page<HistoryEntry>).items;
  const ticketOf = async (ticketId: string) => (await on.agent.get(`/v1/tickets/${ticketId}`)).body;

  const caughtUp = () =>
    eventually(
      async () => on.replicas.flatMap((replica) => Object.values(replica.lag())),
      (lags) => lags.every((messages) => messages === 0),
    );

  beforeAll(async () => {
    // Two of them, so that they hear of and ring the same tickets at the same time.
    on = await runningSupport({ now, replicas: 2 });
    lead = await callerOf(on.service.url, { subject: 'lea', roles: ['support-agent'] });
    const today = now().getTime();
    const awayUntil = [-1, 0, 1, 2].map((days) => ({
      date: new Date(today + days * dayMs).toISOString().slice(0, 10),
      openings: [],
    }));
    const away = { ...always, zone: 'UTC', holidays: awayUntil };
    const { manager } = on;
    for (const [calendarId, hours] of Object.entries({ always, away }))
      await manager.post('/v1/calendars', { calendarId, name: calendarId, hours });
    const { terms, ...content } = policyContent({ calendarId: 'always' });
    const promised = { ...terms, warnings: [50], targets: targetsOf({ firstResponse: 20 }) };
    const sla = { policyId: 'default', ...content, terms: promised };
    expect((await manager.post('/v1/sla-policies', sla)).status).toBe(201);
  });
  afterAll(() => on.stop());

  it('are defined by managers, in calendars that are there', async () => {
    const { manager, agent } = on;
    const path = '/v1/escalation-policies';
    const content = escalationContent();
    expect(await manager.post(path, content)).toMatchObject({
      status: 404,
      body: { code: 'escalation-calendar-not-found' },
    });
    expect(await agent.post(path, content)).toMatchObject({
      status: 403,
      body: { code: 'scope-missing' },
    });
    const there = { 'team-lead': { recipientId: 'lea', calendarId: 'always' } };
    await define('tried', { steps: [escalationStep()], recipients: there });
    const dearer = escalationContent({ name: 'Tried again', calendarId: 'always' });
    const revision = { ...dearer, recipients: there, steps: [escalationStep()] };
    expect((await manager.post(`${path}/tried/revisions`, revision)).status).toBe(200);
    expect((await manager.post(`${path}/tried/disabling`)).status).toBe(200);
    expect(await manager.post(`${path}/tried/disabling`)).toMatchObject({
      status: 409,
      body: { code: 'escalation-policy-already-disabled' },
    });
    const { body } = await agent.get(`${path}/tried`);
    expect(tieredSupportRoutes.readEscalationPolicy.answer.parse(body)).toEqual(body);
    expect(body).toMatchObject({ name: 'Tried again', status: 'disabled', version: 3 });
    expect((await agent.get(`${path}?status=enabled`)).body).toEqual({ items: [] });
    const history = (await agent.get(`${path}/tried/history`)).body as Page<HistoryEntry>;
    expect(history.items.map(({ type }) => type)).toEqual([
      'EscalationPolicyDefined',
      'EscalationPolicyRevised',
      'EscalationPolicyDisabled',
    ]);
  });

  it('climb a ladder step by step when a promise is broken, and take the ticket along', async () => {
    const handOverTo = { line: 'second', team: 'Experts' } as const;
    await define('late', {
      match: { accounts: ['acme'] },
      trigger: { kind: 'breach', clock: 'first-response' },
      steps: [
        escalationStep({ afterMinutes: 5 }),
        escalationStep({
          ...{ afterMinutes: 15, to: 'cco', channel: 'phone', kind: 'functional', handOverTo },
          raisePriorityTo: 'major',
        }),
      ],
      recipients: {
        'team-lead': { recipientId: 'lea', calendarId: 'always' },
        cco: { recipientId: 'cid', calendarId: 'always' },
      },
    });
    for (const ticketId of ['goes-on', 'answered', 'settled']) await raise(ticketId, 'acme');
    letPass(21);
    for (const ticketId of ['goes-on', 'answered', 'settled'])
      expect(await climbed(ticketId, hasTold(0))).toMatchObject([
        { status: 'running', cause: { kind: 'clock-breached', clock: 'first-response' } },
      ]);
    letPass(5);
    const [first] = await climbed('goes-on', hasTold(1));
    expect(first).toMatchObject({ policyId: 'late', taken: [{ number: 1, recipientId: 'lea' }] });
    const [waiting] = await climbed('answered', hasTold(1));
    await climbed('settled', hasTold(1));
    const waitsForLea = '/v1/escalations?recipientId=lea&status=running';
    expect((await lead.get(waitsForLea)).body as Page<Seen>).toHaveProperty('items.length', 3);

    const acknowledgement = `/v1/escalations/${waiting?.escalationId}/acknowledgement`;
    expect(await on.agent.post(acknowledgement)).toMatchObject({
      status: 403,
      body: { code: 'escalation-not-yours' },
    });
    expect((await lead.post(acknowledgement)).status).toBe(200);
    expect(await lead.post(acknowledgement)).toMatchObject({
      status: 409,
      body: { code: 'escalation-already-acknowledged' },
    });
    const settle = { resolution: 'It is light again' };
    expect((await on.agent.post('/v1/tickets/settled/resolution', settle)).status).toBe(200);
    const [ended] = await climbed('settled', ([one]) => one?.status === 'ended');
    expect(ended).toMatchObject({ endedBecause: 'settled', taken: [{ number: 1 }] });
    expect(
      await on.manager.post(`/v1/escalations/${ended?.escalationId}/acknowledgement`),
    ).toMatchObject({ status: 409, body: { code: 'escalation-ended' } });

    letPass(10);
    const [last] = await climbed('goes-on', hasTold(2));
    expect(last).toMatchObject({
      status: 'running',
      taken: [{}, { to: 'cco', kind: 'functional' }],
    });
    expect(last).not.toHaveProperty('nextStepAt');
    await eventually(
      () => ticketOf('goes-on'),
      (ticket) => (ticket as { priority: string }).priority === 'major',
    );
    expect(await ticketOf('goes-on')).toMatchObject({ status: 'queued', desk: handOverTo });
    expect(await escalationsOf('answered')).toMatchObject([
      { status: 'acknowledged', acknowledgedBy: 'lea', taken: [{ number: 1 }] },
    ]);

    const { body } = await on.agent.get(`/v1/escalations/${last?.escalationId}`);
    expect(body).toEqual(last);
    expect(tieredSupportRoutes.readEscalation.answer.parse(body)).toEqual(body);
    const path = `/v1/escalations/${last?.escalationId}/history`;
    const history = (await on.agent.get(path)).body as Page<HistoryEntry>;
    expect(history.items.map(({ type }) => type)).toEqual([
      'EscalationStarted',
      'EscalationStepTaken',
      'EscalationStepTaken',
    ]);
  });

  it('are written into the ticket, each step once, and kept from the customer', async () => {
    const told = (await historyOf('goes-on')).filter(({ type }) => type === 'TicketEscalated');
    expect(told.map(({ data }) => data)).toMatchObject([
      { kind: 'hierarchical', to: 'team-lead', recipientId: 'lea', step: 1 },
      { kind: 'functional', to: 'cco', recipientId: 'cid', step: 2 },
    ]);
    const seen = (await historyOf('goes-on', on.customer)).map(({ type }) => type);
    expect(seen).toContain('TicketHandedOver');
    expect(seen).not.toContain('TicketEscalated');
    expect(await on.customer.get('/v1/tickets/goes-on/escalations')).toMatchObject({
      status: 403,
      body: { code: 'scope-missing' },
    });
    expect(await on.agent.get('/v1/tickets/never-raised/escalations')).toMatchObject({
      status: 404,
    });
  });

  it('tell of important customers at once what is critical, and the rest in its hours', async () => {
    await define('vip', {
      trigger: { kind: 'vip', accounts: ['vip'] },
      steps: [
        escalationStep({ afterMinutes: 0, to: 'cco', critical: true }),
        escalationStep({ afterMinutes: 1, to: 'segment-manager' }),
      ],
      recipients: {
        cco: { recipientId: 'cid', calendarId: 'away' },
        'segment-manager': { recipientId: 'sam', calendarId: 'away' },
      },
    });
    const occurredAt = new Date(now().getTime() - dayMs).toISOString();
    await raise('of-yesterday', 'vip', { occurredAt });
    await raise('important', 'vip');
    const [escalation] = await climbed('important', hasTold(1));
    expect(escalation).toMatchObject({ cause: { kind: 'vip' }, taken: [{ recipientId: 'cid' }] });
    expect(Date.parse(escalation?.nextStepAt ?? '')).toBeGreaterThan(now().getTime() + dayMs);
    await caughtUp();
    expect(await escalationsOf('of-yesterday')).toEqual([]);
  });

  it('begin when a ticket is reopened once too often', async () => {
    const { customer } = on;
    await define('again', {
      match: { accounts: ['acme'] },
      trigger: { kind: 'reopened', times: 2 },
      steps: [escalationStep({ afterMinutes: 60, to: 'owner' })],
      recipients: { owner: { calendarId: 'always' } },
    });
    const again = async () => {
      const done = { resolution: 'Done' };
      expect((await on.agent.post('/v1/tickets/answered/resolution', done)).status).toBe(200);
      expect((await customer.post('/v1/tickets/answered/reopening')).status).toBe(200);
    };
    const isReopened = ({ cause }: Seen) => cause.kind === 'reopened';
    await again();
    await again();
    const items = await climbed('answered', (found) => found.some(isReopened));
    // Of two reopenings at once the first may be looked at after the second; it is one ladder all the same.
    expect(items.filter(isReopened)).toMatchObject([{ cause: { times: 2 }, policyId: 'again' }]);
  });

  it('begin when a customer is left without a word, until they get one', async () => {
    await define('quiet', {
      match: { accounts: ['silent'] },
      trigger: { kind: 'silence', minutes: 10 },
      steps: [escalationStep({ afterMinutes: 1 })],
      recipients: { 'team-lead': { recipientId: 'lea', calendarId: 'always' } },
    });
    await raise('silence', 'silent');
    const speak = async () =>
      expect(
        (await on.agent.post('/v1/tickets/silence/messages', { text: 'We are at it' })).status,
      ).toBe(201);
    const looks = () => on.database.collection('silence').countDocuments();
    await eventually(looks, (count) => count > 0);
    letPass(6);
    await speak();
    letPass(6);
    const looked = () =>
      on.database.collection<{ version: number }>('silence').findOne({ version: 2 });
    await eventually(looked, (found) => found !== null);
    expect(await escalationsOf('silence')).toEqual([]);
    letPass(5);
    expect(await climbed('silence', hasTold(0))).toMatchObject([{ cause: { kind: 'silence' } }]);
    letPass(1);
    await climbed('silence', hasTold(1));
    await speak();
    await climbed('silence', ([one]) => one?.status === 'ended');
    letPass(11);
    const both = await climbed('silence', ({ length }) => length === 2);
    expect(both.map(({ status }) => status).sort()).toEqual(['ended', 'running']);
  });

  it('are made by hand, with a reason, to whoever answers for the account', async () => {
    const data = { accountId: 'acme', ownerId: 'olga', at: now().toISOString() };
    await on.publisher.publish([eventRow(AccountOwnerAssigned, { key: 'acme', version: 1, data })]);
    await raise('by-hand', 'acme');
    const path = '/v1/tickets/by-hand/escalations';
    const upwards = { kind: 'hierarchical', to: 'account-owner', reason: 'They threaten to leave' };
    const aside = { kind: 'functional', to: 'team-lead', recipientId: 'lea', reason: 'Too hard' };
    const handOverTo = { line: 'third', team: 'Makers' };
    for (const [body, code, status] of [
      [{ ...upwards, reason: undefined }, 'escalation-reason-missing', 400],
      [{ ...upwards, to: 'cco' }, 'escalation-nobody-told', 400],
      [aside, 'escalation-desk-missing', 400],
    ] as const)
      expect(await on.agent.post(path, body)).toMatchObject({ status, body: { code } });
    expect(await on.customer.post(path, upwards)).toMatchObject({ status: 403 });
    expect(await on.agent.post('/v1/tickets/settled/escalations', upwards)).toMatchObject({
      status: 409,
      body: { code: 'ticket-not-open' },
    });
    expect(
      await on.agent.post(path, { ...aside, handOverTo }, { 'If-Match': '"9"' }),
    ).toMatchObject({
      status: 412,
    });
    expect(await escalationsOf('by-hand')).toEqual([]);
    expect(await ticketOf('by-hand')).toMatchObject({ version: 1 });

    const made = await eventually(
      () => on.agent.post(path, upwards),
      ({ status }) => status === 201,
    );
    expect((await on.agent.post(path, { ...aside, handOverTo })).status).toBe(201);
    expect(await ticketOf('by-hand')).toMatchObject({ desk: handOverTo });
    const [up] = await escalationsOf('by-hand', '?kind=hierarchical');
    expect(up).toMatchObject({
      escalationId: (made.body as { id: string }).id,
      cause: { kind: 'by-hand', reason: 'They threaten to leave' },
      taken: [{ recipientId: 'olga', channel: 'mail' }],
    });
    expect(await escalationsOf('by-hand', '?kind=functional')).toMatchObject([
      { taken: [{ recipientId: 'lea', handOverTo }] },
    ]);
    const told = (await historyOf('by-hand')).filter(({ type }) => type === 'TicketEscalated');
    expect(told.map(({ data }) => data)).toMatchObject([
      { kind: 'hierarchical', to: 'account-owner', reason: 'They threaten to leave' },
      { kind: 'functional', to: 'team-lead', reason: 'Too hard' },
    ]);
  });

  it('leave nothing behind that could not be taken in', async () => {
    await caughtUp();
    expect(await on.database.collection('parked').countDocuments()).toBe(0);
  });
});
