import type { DataOf, TicketEvent } from '@steward/contracts';
import { callerOf, eventually, type TestCaller } from '@steward/testing';
import { entitlementContent } from './fixtures/entitlements.ts';
import { type RunningSupport, runningSupport } from './fixtures/running-support.ts';
import { solutionHistory } from './fixtures/solution-history.ts';

interface Listed {
  readonly items: readonly { readonly projectId: string; readonly ticketId: string }[];
  readonly next?: string;
}
interface History {
  readonly items: readonly {
    readonly type: string;
    readonly data: Partial<DataOf<TicketEvent, 'TicketRaised'>>;
  }[];
}

const led = (partnerId: string) => ({ leader: 'partner', partnerId }) as const;

/** One account, whose projects two partners and we ourselves lead. */
describe('what exists for a partner, on real servers', () => {
  let on: RunningSupport;
  let integra: TestCaller;
  let montis: TestCaller;

  const raise = (by: TestCaller, ticketId: string, more: object) =>
    by.post('/v1/tickets', { ticketId, accountId: 'acme', subject: 'Stands still', ...more });

  /** Page by page, so that whatever is not seen fills no page either. */
  const listed = async (who: TestCaller, what: string, query = ''): Promise<Listed['items']> => {
    const items: Listed['items'][number][] = [];
    let cursor = '';
    do {
      const answer = await who.get(`/v1/${what}?limit=1${query}${cursor}`);
      const page = answer.body as Listed;
      expect(answer.status).toBe(200);
      items.push(...page.items);
      cursor = page.next === undefined ? '' : `&cursor=${page.next}`;
    } while (cursor !== '');
    return items;
  };
  const tickets = async (who: TestCaller, query?: string) =>
    (await listed(who, 'tickets', query)).map(({ ticketId }) => ticketId);
  const projects = async (who: TestCaller, query?: string) =>
    (await listed(who, 'operated-projects', query)).map(({ projectId }) => projectId);

  beforeAll(async () => {
    on = await runningSupport();
    const caller = (partner: string) =>
      callerOf(on.service.url, { subject: `user-of-${partner}`, roles: ['partner'], partner });
    [integra, montis] = await Promise.all([caller('integra'), caller('montis')]);
    await on.publisher.publish([
      ...solutionHistory('s-1', 'acme', led('integra')),
      ...solutionHistory('s-2', 'acme', led('montis')),
      ...solutionHistory('s-3', 'acme'),
      ...solutionHistory('s-4', 'other', led('integra')),
    ]);
    await eventually(
      () => projects(on.agent),
      ({ length }) => length === 4,
    );
    await raise(on.customer, 't-1', { projectId: 's-1' });
    await raise(on.agent, 't-2', { projectId: 's-2' });
    await raise(on.customer, 't-3', { projectId: 's-3' });
    await raise(on.customer, 't-4', {});
    await raise(on.stranger, 't-5', { accountId: 'other', projectId: 's-4' });
  });
  afterAll(() => on.stop());

  it('is each project that it leads, and no other', async () => {
    expect(await projects(integra)).toEqual(['s-1', 's-4']);
    expect(await projects(montis)).toEqual(['s-2']);
    expect(await projects(integra, '&accountId=acme')).toEqual(['s-1']);
    expect(await projects(integra, '&partnerId=montis')).toEqual([]);
    expect(await projects(integra, '&quiet=false')).toEqual([]);
    expect(await projects(on.customer)).toEqual(['s-1', 's-2', 's-3']);
    expect(await projects(on.agent, '&partnerId=integra')).toEqual(['s-1', 's-4']);

    const { body } = await integra.get('/v1/operated-projects/s-1');
    expect(body).toMatchObject({ leader: 'partner', partnerId: 'integra' });
    expect(body).not.toHaveProperty('people');
    expect(body).not.toHaveProperty('silence');
    for (const another of ['s-2', 's-3'])
      expect((await integra.get(`/v1/operated-projects/${another}`)).status).toBe(404);
  });

  it('is each ticket about them, with its history, its words and its clocks', async () => {
    expect(await tickets(integra)).toEqual(['t-1', 't-5']);
    expect(await tickets(montis)).toEqual(['t-2']);
    expect(await tickets(integra, '&accountId=acme')).toEqual(['t-1']);
    expect(await tickets(integra, '&partnerId=montis')).toEqual([]);
    expect(await tickets(on.customer)).toEqual(['t-1', 't-2', 't-3', 't-4']);
    expect(await tickets(on.agent, '&partnerId=integra')).toEqual(['t-1', 't-5']);

    for (const what of ['', '/history', '/messages', '/clocks'])
      expect({
        own: (await integra.get(`/v1/tickets/t-1${what}`)).status,
        another: (await integra.get(`/v1/tickets/t-2${what}`)).status,
        ours: (await integra.get(`/v1/tickets/t-3${what}`)).status,
        about: (await integra.get(`/v1/tickets/t-4${what}`)).status,
      }).toEqual({ own: 200, another: 404, ours: 404, about: 404 });
  });

  it('is told who leads, and nothing of what we say among ourselves', async () => {
    await on.agent.post('/v1/tickets/t-1/notes', { text: 'Odd customer' });
    await on.agent.post('/v1/tickets/t-1/watchers', { watcher: 'mia' });
    const historyOf = async (who: TestCaller) =>
      ((await who.get('/v1/tickets/t-1/history')).body as History).items;
    const [raised, ...others] = await historyOf(integra);
    expect(raised).toMatchObject({ type: 'TicketRaised', data: { partnerId: 'integra' } });
    expect(others).toEqual([]);
    expect((await historyOf(on.agent)).map(({ type }) => type)).toEqual([
      'TicketRaised',
      'TicketNoteAdded',
      'TicketWatched',
    ]);
    expect((await integra.get('/v1/tickets/t-1/messages')).body).toEqual({ items: [] });
    expect((await integra.get('/v1/tickets/t-1')).body).not.toHaveProperty('watchers');
  });

  it('is what it raises about them itself', async () => {
    expect((await raise(integra, 't-6', { projectId: 's-1' })).status).toBe(201);
    expect((await integra.get('/v1/tickets/t-6')).body).toMatchObject({ partnerId: 'integra' });
    expect(await tickets(on.customer, '&partnerId=integra')).toEqual(['t-1', 't-6']);
    expect((await montis.get('/v1/tickets/t-6')).status).toBe(404);
  });

  it.each([
    { about: 'no project', more: {}, status: 400, code: 'ticket-about-no-project' },
    {
      about: "another's project",
      more: { projectId: 's-2' },
      status: 404,
      code: 'operated-project-not-found',
    },
    {
      about: 'a project of another account',
      more: { projectId: 's-4' },
      status: 404,
      code: 'operated-project-not-found',
    },
    {
      about: 'who is to serve it',
      more: { projectId: 's-1', required: [{ skill: 'pumps', level: 1 }] },
      status: 403,
      code: 'ticket-for-staff-only',
    },
  ])('is refused with $code when it raises a ticket about $about', async (refused) => {
    const { more, status, code } = refused;
    expect(await raise(integra, 't-7', more)).toMatchObject({ status, body: { code } });
    expect((await on.agent.get('/v1/tickets/t-7')).status).toBe(404);
  });

  it('speaks and watches where it leads, and nowhere else', async () => {
    const says = (ticketId: string) =>
      integra.post(`/v1/tickets/${ticketId}/messages`, { text: 'Any news?' });
    expect((await says('t-1')).status).toBe(201);
    expect((await on.customer.get('/v1/tickets/t-1/messages')).body).toMatchObject({
      items: [{ from: 'customer', actor: 'user-of-integra', text: 'Any news?' }],
    });
    expect((await integra.post('/v1/tickets/t-1/watchers')).status).toBe(200);
    expect((await integra.get('/v1/tickets/t-1')).body).toMatchObject({
      watchers: ['user-of-integra'],
    });
    expect((await integra.post('/v1/tickets/t-1/unwatching')).status).toBe(200);

    const { body } = await on.agent.get('/v1/tickets/t-2');
    for (const verb of ['watchers', 'unwatching', 'reopening'])
      expect(await integra.post(`/v1/tickets/t-2/${verb}`)).toMatchObject({
        status: 404,
        body: { code: 'ticket-not-found' },
      });
    expect((await says('t-2')).status).toBe(404);
    expect((await on.agent.get('/v1/tickets/t-2')).body).toEqual(body);
  });

  it('rates nothing, and does none of our work', async () => {
    const { body } = await on.agent.get('/v1/tickets/t-1');
    const desk = { line: 'second', team: 'Experts' };
    const work: [string, object][] = [
      ['work', {}],
      ['priority', { priority: 'major' }],
      ['hand-over', { desk }],
      ['wait', { waitingFor: 'vendor' }],
      ['resolution', { resolution: 'Done' }],
      ['closure', {}],
      ['cancellation', {}],
      ['notes', { text: 'Mine' }],
      ['messages', { text: 'We did it', from: 'staff' }],
      ['watchers', { watcher: 'mia' }],
    ];
    for (const [verb, said] of work)
      expect(await integra.post(`/v1/tickets/t-1/${verb}`, said)).toMatchObject({
        status: 403,
        body: { code: 'ticket-for-staff-only' },
      });
    expect(await integra.post('/v1/tickets/t-1/rating', { score: 5 })).toMatchObject({
      status: 403,
      body: { code: 'ticket-not-rated-by-partners' },
    });
    expect((await on.agent.get('/v1/tickets/t-1')).body).toEqual(body);
  });

  it('is nothing of what its customers have a right to, nor of what we write for ourselves', async () => {
    const right = { entitlementId: 'e-1', ...entitlementContent() };
    expect((await on.manager.post('/v1/entitlements', right)).status).toBe(201);
    const words = { language: 'en', title: 'Pumps', body: 'Knock twice.', tags: [] };
    const article = { articleId: 'a-1', audience: 'internal', ...words };
    expect((await on.agent.post('/v1/articles', article)).status).toBe(201);
    for (const what of ['entitlements', 'articles']) {
      expect(await listed(integra, what)).toEqual([]);
      expect(await listed(on.agent, what)).toHaveLength(1);
    }
    for (const one of ['entitlements/e-1', 'articles/a-1'])
      expect((await integra.get(`/v1/${one}`)).status).toBe(404);
  });

  it('lets a partner see of merged tickets only what it saw before', async () => {
    await raise(on.customer, 't-8', { projectId: 's-1' });
    const merge = (intoTicketId: string) =>
      on.agent.post('/v1/tickets/t-8/merging', { intoTicketId });
    expect(await merge('t-2')).toMatchObject({
      status: 409,
      body: { code: 'ticket-partners-differ' },
    });
    expect((await merge('t-1')).status).toBe(200);
    expect((await integra.get('/v1/tickets/t-1')).body).toMatchObject({ tookIn: ['t-8'] });
  });
});
