import { eventually, type TestCaller } from '@steward/testing';
import { type RunningSupport, runningSupport } from './fixtures/running-support.ts';
import { solutionHistory } from './fixtures/solution-history.ts';

const at = (time: string): string => `2026-03-02T${time}:00.000Z`;

const isCaughtUp = (lag: Readonly<Record<string, number>>): boolean =>
  Object.values(lag).every((messages) => messages === 0);

interface Page<Item> {
  readonly items: Item[];
  readonly next?: string;
}
interface Seen {
  readonly ticketId: string;
}
interface Told {
  readonly type: string;
  readonly version: number;
}

describe('tiered-support on real servers', () => {
  let on: RunningSupport;
  let agent: TestCaller;
  let importer: TestCaller;
  let customer: TestCaller;
  let stranger: TestCaller;

  beforeAll(async () => {
    on = await runningSupport();
    ({ agent, importer, customer, stranger } = on);
  });
  afterAll(() => on.stop());

  const historyOf = async (ticketId: string): Promise<Told[]> =>
    ((await agent.get(`/v1/tickets/${ticketId}/history`)).body as Page<Told>).items;

  it('moves a ticket through the lines and back, and counts the time of each', async () => {
    const ticket = { ticketId: 't-1', accountId: 'acme', subject: 'Printer on fire' };
    const raised = await importer.post('/v1/tickets', { ...ticket, occurredAt: at('09:00') });
    expect(raised).toMatchObject({ status: 201, body: { id: 't-1', version: 1 } });

    const steps: [string, object][] = [
      ['work', { agent: 'ada', occurredAt: at('09:10') }],
      ['hand-over', { desk: { line: 'second', team: 'Experts' }, occurredAt: at('09:30') }],
      ['wait', { waitingFor: 'vendor', occurredAt: at('09:40') }],
      ['resolution', { resolution: 'Put it out', occurredAt: at('10:30') }],
      ['closure', { occurredAt: at('11:00') }],
      ['reopening', { occurredAt: at('12:00') }],
      ['resolution', { resolution: 'Took the paper out', inCall: true, occurredAt: at('12:05') }],
    ];
    for (const [verb, body] of steps)
      expect(await importer.post(`/v1/tickets/t-1/${verb}`, body)).toMatchObject({ status: 200 });
    const rating = { score: 4, comment: 'Warm' };
    expect((await customer.post('/v1/tickets/t-1/rating', rating)).status).toBe(200);

    const { body, headers } = await customer.get('/v1/tickets/t-1');
    expect(headers.get('etag')).toBe('"11"');
    expect(body).toEqual({
      ...ticket,
      status: 'resolved',
      label: 'resolved',
      priority: 'medium',
      channel: 'direct',
      arrangement: { tier: 3, servedBy: 'call-centre', policyRow: 'bought-directly' },
      desk: { line: 'second', team: 'Experts' },
      heldSeconds: { first: 1_800, second: 3_600 + 300, third: 0, unclear: 0 },
      raisedAt: at('09:00'),
      resolvedAt: at('12:05'),
      reopenings: 1,
      rating: 4,
      version: 11,
    });
    const history = await historyOf('t-1');
    expect(history.map(({ version }) => version)).toEqual(history.map((_, index) => index + 1));
    expect(history.map(({ type }) => type)).toEqual([
      'TicketRaised',
      'TicketWorkStarted',
      'TicketHandedOver',
      'TicketQueued',
      'TicketWaitStarted',
      'TicketResolved',
      'TicketClosed',
      'TicketReopened',
      'TicketQueued',
      'TicketResolved',
      'TicketRated',
    ]);
  });

  it('cancels a ticket, once', async () => {
    await agent.post('/v1/tickets', { ticketId: 't-2', accountId: 'acme', subject: 'Never mind' });
    expect((await agent.post('/v1/tickets/t-2/cancellation')).status).toBe(200);
    expect(await agent.post('/v1/tickets/t-2/cancellation')).toMatchObject({
      status: 409,
      body: { code: 'ticket-not-open' },
    });
  });

  it('names whoever starts the work, where nobody else is named', async () => {
    await agent.post('/v1/tickets', { ticketId: 't-3', accountId: 'acme', subject: 'No paper' });
    await agent.post('/v1/tickets/t-3/work');
    expect((await agent.get('/v1/tickets/t-3')).body).toMatchObject({ agent: 'ada' });
  });

  it('takes in the lines of a log once each, whoever sends them again', async () => {
    const about = { accountId: 'log', subject: 'Incident 1' };
    const incident = { ...about, priority: 'high', channel: 'dealer' };
    const line = (entry: number, status: string, time: string, desk: object) => ({
      ...incident,
      entry,
      status,
      label: `Log/${status}`,
      desk,
      occurredAt: at(time),
    });
    const first = { line: 'first', team: 'V30' };
    const third = { line: 'third', team: 'V5 3rd' };
    const lines = [
      line(1, 'in-progress', '09:00', first),
      line(2, 'queued', '09:01', third),
      line(3, 'closed', '10:01', third),
    ];
    for (const body of [...lines, ...lines])
      expect(await importer.post('/v1/tickets/i-1/entries', body)).toMatchObject({ status: 200 });
    expect(
      await importer.post('/v1/tickets/i-1/entries', line(5, 'queued', '11:00', first)),
    ).toMatchObject({ status: 409, body: { code: 'ticket-entry-missing' } });

    expect((await agent.get('/v1/tickets/i-1')).body).toMatchObject({
      status: 'closed',
      label: 'Log/closed',
      arrangement: { tier: 3, policyRow: 'bought-from-dealer' },
      heldSeconds: { first: 60, second: 0, third: 3_600, unclear: 0 },
      raisedAt: at('09:00'),
      version: 6,
    });
    expect((await historyOf('i-1')).map(({ type }) => type)).toEqual([
      'TicketRaised',
      'TicketWorkStarted',
      'TicketHandedOver',
      'TicketQueued',
      'TicketResolved',
      'TicketClosed',
    ]);
  });

  it('lists tickets by account, status, line and team, page by page', async () => {
    const ids = ['l-1', 'l-2', 'l-3', 'l-4', 'l-5'];
    for (const ticketId of ids)
      await agent.post('/v1/tickets', { ticketId, accountId: 'listed', subject: 'Noise' });
    const desk = { line: 'third', team: 'Makers' };
    for (const ticketId of ['l-2', 'l-4'])
      await agent.post(`/v1/tickets/${ticketId}/hand-over`, { desk });
    await agent.post('/v1/tickets/l-4/work');

    const list = async (query: string) => {
      const { body } = await agent.get(`/v1/tickets?accountId=listed&${query}`);
      const { items, next } = body as Page<Seen>;
      return { ids: items.map(({ ticketId }) => ticketId), next };
    };
    const page = await list('limit=2');
    expect(page.ids).toEqual(['l-1', 'l-2']);
    expect((await list(`limit=2&cursor=${page.next}`)).ids).toEqual(['l-3', 'l-4']);
    expect((await list('line=third')).ids).toEqual(['l-2', 'l-4']);
    expect((await list('team=Makers&status=in-progress')).ids).toEqual(['l-4']);
    expect(await list('team=Makers&line=first')).toEqual({ ids: [], next: undefined });
  });

  it('shows a customer nothing but its own account', async () => {
    const own = { ticketId: 'c-1', accountId: 'acme', subject: 'No ink' };
    expect((await customer.post('/v1/tickets', own)).status).toBe(201);
    for (const path of ['/v1/tickets/c-1', '/v1/tickets/c-1/history']) {
      expect((await customer.get(path)).status).toBe(200);
      expect((await stranger.get(path)).status).toBe(404);
    }
    expect((await stranger.get('/v1/tickets?accountId=acme')).body).toEqual({ items: [] });
    expect((await stranger.get('/v1/tickets')).body).toEqual({ items: [] });
    expect((await customer.get('/v1/tickets?status=cancelled')).body).toMatchObject({
      items: [{ ticketId: 't-2' }],
    });
  });

  it.each(['rating', 'reopening'])(
    "finds no ticket of another account for a customer's %s",
    async (verb) => {
      const body = verb === 'rating' ? { score: 1 } : {};
      expect(await stranger.post(`/v1/tickets/c-1/${verb}`, body)).toMatchObject({
        status: 404,
        body: { code: 'ticket-not-found' },
      });
    },
  );

  it.each([
    { verb: 'work', body: {} },
    { verb: 'hand-over', body: { desk: { line: 'second', team: 'Experts' } } },
    { verb: 'wait', body: { waitingFor: 'user' } },
    { verb: 'resolution', body: { resolution: 'Did it myself' } },
    { verb: 'closure', body: {} },
    { verb: 'cancellation', body: {} },
  ])('leaves the $verb of a ticket to staff', async ({ verb, body }) => {
    expect(await customer.post(`/v1/tickets/c-1/${verb}`, body)).toMatchObject({
      status: 403,
      body: { code: 'ticket-for-staff-only' },
    });
  });

  it("raises no ticket for a customer of another account, nor on another account's project", async () => {
    const ticket = { accountId: 'acme', subject: 'Not mine' };
    expect(await stranger.post('/v1/tickets', ticket)).toMatchObject({
      status: 403,
      body: { code: 'ticket-of-another-account' },
    });
    expect(await agent.post('/v1/tickets', { ...ticket, projectId: 'nowhere' })).toMatchObject({
      status: 404,
      body: { code: 'operated-project-not-found' },
    });
  });

  it('R98: opens a project once when its solution goes live, told twice, and serves it by its tier', async () => {
    const twice = [...solutionHistory('s-1', 'acme'), ...solutionHistory('s-1', 'acme')];
    await on.publisher.publish(twice);
    await on.publisher.publish([...twice, ...solutionHistory('s-2', 'other')]);
    const read = async (projectId: string) => agent.get(`/v1/operated-projects/${projectId}`);
    await eventually(
      () => read('s-2'),
      ({ status }) => status === 200,
    );
    const { body } = await eventually(
      () => read('s-1'),
      ({ status }) => status === 200,
    );
    expect(body).toEqual({
      projectId: 's-1',
      solutionId: 's-1',
      accountId: 'acme',
      brand: 'Acme Care',
      brandRecord: { name: 'Acme Care', since: at('12:00') },
      people: [],
      silence: expect.objectContaining({ isQuiet: false, isAlone: false }),
      leader: 'self',
      channel: 'project',
      branch: 'north',
      isLarge: true,
      isComplex: true,
      arrangement: { tier: 1, servedBy: 'delivery-centre', policyRow: 'self-led-large' },
      value: { amountMinor: 100_000_000, currency: 'EUR' },
      deliveryCentre: { form: 'independent', industries: [], rule: 'no-industry-known' },
      openedAt: at('12:00'),
      version: 1,
    });
    await eventually(async () => on.service.lag(), isCaughtUp);
    expect(await on.database.collection('parked').countDocuments()).toBe(0);
    expect((await customer.get('/v1/operated-projects/s-2')).status).toBe(404);
    const { body: own } = await customer.get('/v1/operated-projects/s-1');
    expect((await customer.get('/v1/operated-projects')).body).toEqual({ items: [own] });
    expect((await customer.get('/v1/operated-projects?accountId=other')).body).toEqual({
      items: [],
    });

    const ticket = {
      ticketId: 'p-1',
      accountId: 'acme',
      subject: 'Stands still',
      projectId: 's-1',
    };
    expect((await customer.post('/v1/tickets', ticket)).status).toBe(201);
    expect((await customer.get('/v1/tickets/p-1')).body).toMatchObject({
      projectId: 's-1',
      channel: 'project',
      arrangement: { tier: 1, policyRow: 'self-led-large' },
      desk: { line: 'first', team: 'Delivery centre' },
    });
    expect(
      await agent.post('/v1/tickets', { ...ticket, accountId: 'other', ticketId: 'p-2' }),
    ).toMatchObject({ status: 404, body: { code: 'operated-project-not-found' } });
  });
});
