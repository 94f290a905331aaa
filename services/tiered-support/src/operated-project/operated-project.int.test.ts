import { eventually } from '@steward/testing';
import { mechanisms } from '../fixtures/operated-projects.ts';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';
import { solutionHistory } from '../fixtures/solution-history.ts';

interface History {
  readonly items: readonly {
    readonly type: string;
    readonly actor: string;
    readonly data: object;
  }[];
}
interface Projects {
  readonly items: readonly { readonly projectId: string }[];
}

const dayMs = 86_400_000;

describe('operated projects on real servers', () => {
  let on: RunningSupport;
  /** It starts sixty days ago, so that silence can pass. */
  let daysAgo = 60;
  const path = '/v1/operated-projects/s-1';

  beforeAll(async () => {
    on = await runningSupport({ now: () => new Date(Date.now() - daysAgo * dayMs) });
    await on.publisher.publish([
      ...solutionHistory('s-1', 'acme'),
      ...solutionHistory('s-2', 'other'),
    ]);
    for (const projectId of ['s-1', 's-2'])
      await eventually(
        () => on.agent.get(`/v1/operated-projects/${projectId}`),
        ({ status }) => status === 200,
      );
  });
  afterAll(() => on.stop());

  const factsOf = async (projectId: string) =>
    ((await on.agent.get(`/v1/operated-projects/${projectId}/history`)).body as History).items;
  const listed = async (query: string, who = on.agent) =>
    ((await who.get(`/v1/operated-projects?${query}`)).body as Projects).items.map(
      ({ projectId }) => projectId,
    );

  it('R116: have a brand of their own, and keep the former ones', async () => {
    expect((await on.customer.get(path)).body).toMatchObject({
      brandRecord: { name: 'Acme Care', since: '2026-03-02T12:00:00.000Z' },
    });
    const brand = {
      name: 'Acme Always',
      promise: 'Never stands still',
      logoUrl: 'https://acme.example/logo.svg',
      contactAddress: 'always@acme.example',
    };
    expect((await on.manager.post(`${path}/brand`, brand)).status).toBe(200);
    const { body } = await on.customer.get(path);
    expect(body).toMatchObject({ brand: 'Acme Always', brandRecord: brand });
    const insecure = { ...brand, logoUrl: 'http://acme.example/logo.svg' };
    expect((await on.manager.post(`${path}/brand`, insecure)).status).toBe(400);
    expect((await on.manager.get(path)).headers.get('etag')).toBe('"2"');
    expect((await factsOf('s-1')).map(({ type }) => type)).toEqual([
      'OperatedProjectOpened',
      'ProjectBrandRevised',
    ]);
  });

  it('R116: keep their people: the last one leaves to a successor only', async () => {
    const { manager } = on;
    const ada = { userId: 'ada', role: 'operator' };
    expect((await manager.post(`${path}/people`, ada)).status).toBe(200);
    expect(await manager.post(`${path}/people/ada/release`)).toMatchObject({
      status: 409,
      body: { code: 'project-would-be-left-alone' },
    });
    const released = await manager.post(`${path}/people/ada/release`, { successorId: 'ben' });
    expect(released.status).toBe(200);
    expect((await manager.get(path)).body).toMatchObject({
      people: [{ userId: 'ben', role: 'operator' }],
    });
    expect((await on.customer.get(path)).body).not.toHaveProperty('people');
  });

  it('R117: hold all five mechanisms, and say what they lack', async () => {
    const { manager } = on;
    const { sharing: _, ...others } = mechanisms;
    for (const content of Object.values(others))
      expect((await manager.post(`${path}/mechanisms`, { content })).status).toBe(200);
    expect((await on.agent.get(`${path}/mechanisms`)).body).toMatchObject({
      projectId: 's-1',
      percent: 81,
      mechanisms: [
        { mechanism: 'service', percent: 100, content: mechanisms.service },
        { mechanism: 'communication', percent: 100 },
        { mechanism: 'assessment', percent: 100 },
        { mechanism: 'sharing', percent: 0, missing: ['a reward', 'people who share in it'] },
        { mechanism: 'training', percent: 100, missing: [] },
      ],
    });
    const content = { mechanism: 'sharing', people: ['ada'], reward: { kind: 'percent' } };
    expect((await manager.post(`${path}/mechanisms`, { content })).status).toBe(400);
  });

  it('R72: show on every ticket what was customised, and how it touches other systems', async () => {
    const { agent, customer } = on;
    const customisation = {
      customisationId: 'fax',
      what: 'Orders by fax',
      interfaces: [{ system: 'Fax server', direction: 'in', ownerContact: 'office@acme.example' }],
      dependencies: [{ on: 'The telephone line', why: 'It comes over it' }],
    };
    const old = { customisationId: 'old', what: 'Orders by telegram' };
    for (const body of [customisation, old])
      expect((await agent.post(`${path}/customisations`, body)).status).toBe(200);
    expect((await agent.post(`${path}/customisations/old/withdrawal`)).status).toBe(200);

    const ticket = { ticketId: 't-1', accountId: 'acme', subject: 'No orders', projectId: 's-1' };
    expect((await customer.post('/v1/tickets', ticket)).status).toBe(201);
    const { body } = await agent.get('/v1/tickets/t-1/solution');
    expect(body).toEqual({
      projectId: 's-1',
      solutionId: 's-1',
      accountId: 'acme',
      brand: 'Acme Always',
      customisations: [customisation],
      interfaces: [{ customisationId: 'fax', ...customisation.interfaces[0] }],
      dependencies: [{ customisationId: 'fax', ...customisation.dependencies[0] }],
    });
    expect((await agent.get(`${path}/solution`)).body).toEqual(body);

    await customer.post('/v1/tickets', { ...ticket, ticketId: 't-2', projectId: undefined });
    expect(await agent.get('/v1/tickets/t-2/solution')).toMatchObject({
      status: 404,
      body: { code: 'ticket-without-project' },
    });
    expect((await agent.get('/v1/tickets/t-9/solution')).status).toBe(404);
    expect((await customer.get('/v1/tickets/t-1/solution')).status).toBe(403);
  });

  it('R120: go on after the solution went live, and tell how much of what was planned was said', async () => {
    const { importer, agent } = on;
    const say = (contactId: string, occurredAt: string) =>
      importer.post(`${path}/contacts`, {
        contactId,
        side: 'key-customer',
        with: 'head-of-it',
        summary: 'All is well',
        occurredAt,
      });
    expect((await say('c-1', '2026-03-10T12:00:00.000Z')).status).toBe(200);
    expect((await say('c-2', '2026-03-11T12:00:00.000Z')).status).toBe(200);
    const contacts = await eventually(
      () => agent.get(`${path}/contacts`),
      ({ body }) => (body as { items: unknown[] }).items.length === 2,
    );
    expect(contacts.body).toMatchObject({ items: [{ contactId: 'c-1' }, { contactId: 'c-2' }] });

    const { body } = await agent.get(`${path}/communication?to=2026-03-30T12:00:00.000Z`);
    expect(body).toMatchObject({
      planned: 3,
      covered: 1,
      besides: 1,
      percent: 33,
      extent: 'limited',
      understanding: { level: 'full', missing: [] },
    });
    const { windows } = body as { windows: { with: string; state: string }[] };
    expect(windows.map((one) => [one.with, one.state])).toEqual([
      ['team-north', 'missed'],
      ['head-of-it', 'covered'],
      ['team-north', 'missed'],
    ]);
  });

  it('R116: raise an alarm, once, when nobody is there or nothing is heard of them', async () => {
    expect(await listed('quiet=true')).toEqual([]);
    daysAgo = 60 - 15;
    await eventually(
      () => listed('alone=true'),
      ({ length }) => length > 0,
    );
    expect(await listed('alone=true')).toEqual(['s-2']);
    expect(await listed('quiet=true')).toEqual([]);

    daysAgo = 60 - 32;
    await eventually(
      () => listed('quiet=true'),
      ({ length }) => length > 1,
    );
    daysAgo = 1;
    const ticket = { ticketId: 't-3', accountId: 'acme', subject: 'Anybody?', projectId: 's-1' };
    expect((await on.customer.post('/v1/tickets', ticket)).status).toBe(201);
    await eventually(
      () => listed('quiet=true'),
      ({ length }) => length < 2,
    );
    expect(await listed('quiet=true')).toEqual(['s-2']);
    expect(await listed('quiet=true', on.stranger)).toEqual([]);

    const told = (await factsOf('s-1')).slice(-3).map(({ type, actor }) => [type, actor]);
    const self = 'system:tiered-support';
    expect(told).toEqual([
      ['ProjectWentQuiet', self],
      ['ProjectActivityNoted', `${self}.noteActivityOfTicket`],
      ['ProjectHeardAgain', `${self}.noteActivityOfTicket`],
    ]);
    expect((await factsOf('s-2')).map(({ type }) => type)).toEqual([
      'OperatedProjectOpened',
      'ProjectLeftAlone',
      'ProjectWentQuiet',
    ]);
  });

  it('R116: are alive while somebody speaks about them', async () => {
    daysAgo = 0.5;
    const word = { text: 'Still nobody?' };
    expect((await on.customer.post('/v1/tickets/t-3/messages', word)).status).toBe(201);
    const facts = await eventually(
      () => factsOf('s-1'),
      (all) => all.at(-1)?.type === 'ProjectActivityNoted',
    );
    expect(facts.at(-1)).toMatchObject({
      actor: 'system:tiered-support.noteActivityOfTicket',
      data: { ticketId: 't-3' },
    });
  });

  it('may be silent for as long as each of them says', async () => {
    const watch = { quietAfterDays: 90, aloneAfterDays: 60 };
    expect((await on.manager.post(`${path}/watch`, watch)).status).toBe(200);
    expect((await on.manager.get(path)).body).toMatchObject({ silence: watch });
  });

  it.each([
    ['brand', { name: 'Mine', promise: 'All' }],
    ['people', { userId: 'carl', role: 'owner' }],
    ['contacts', { side: 'front-line', with: 'team', summary: 'Hello' }],
    ['customisations', { what: 'Mine' }],
  ])('leave their %s to staff', async (what, body) => {
    expect(await on.customer.post(`${path}/${what}`, body)).toMatchObject({
      status: 403,
      body: { code: 'scope-missing' },
    });
  });

  it.each(['history', 'mechanisms', 'contacts', 'communication', 'solution'])(
    'have no %s where there is no project',
    async (what) => {
      expect((await on.agent.get(`/v1/operated-projects/nowhere/${what}`)).status).toBe(404);
    },
  );
});
