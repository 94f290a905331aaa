import { connectKafka, kafkaPublisher, type Publisher } from '@steward/bus';
import { OperatedProjectOpened, ProjectWentQuiet } from '@steward/contracts';
import {
  callerOf,
  eventRow,
  eventually,
  startServicesForTest,
  type TestCaller,
} from '@steward/testing';
import { account } from './service.ts';

describe('account on real servers', () => {
  let stop: () => Promise<void>;
  let ada: TestCaller;
  let customer: TestCaller;
  let publisher: Publisher;

  beforeAll(async () => {
    const { environment, running, stop: stopAll } = await startServicesForTest([account]);
    const { KAFKA_BROKERS = '', TOPIC_PREFIX = '' } = environment;
    const kafka = connectKafka({ brokers: KAFKA_BROKERS.split(','), clientId: 'neighbour' });
    publisher = kafkaPublisher(kafka, { topicPrefix: TOPIC_PREFIX });
    stop = async () => {
      await publisher.disconnect();
      await stopAll();
    };
    const url = running[0]?.url ?? '';
    ada = await callerOf(url, { subject: 'ada', roles: ['account-owner'] });
    customer = await callerOf(url, { subject: 'carl', roles: ['customer'], account: 'acme' });
    const acme = { accountId: 'acme', name: 'Acme', industry: 'manufacturing', ownerId: 'ada' };
    await ada.post('/v1/accounts', acme);
    await ada.post('/v1/accounts', { ...acme, accountId: 'other', name: 'Other' });
  });

  afterAll(() => stop());

  it('has one owner at every instant, whoever assigns at the same time (R1)', async () => {
    const names = ['bob', 'cleo', 'dora', 'emil'];
    await Promise.all(names.map((ownerId) => ada.post('/v1/accounts/other/owner', { ownerId })));
    const { body } = await ada.get('/v1/accounts/other/record');
    const { owners } = body as { owners: { ownerId: string; from: string; until?: string }[] };
    expect(owners.filter(({ until }) => until === undefined)).toHaveLength(1);
    for (const [index, owner] of owners.slice(0, -1).entries())
      expect(owner.until).toBe(owners[index + 1]?.from);
  });

  it('tells the whole history with actor and cause', async () => {
    await ada.post('/v1/accounts/acme/owner', { ownerId: 'bob', reason: 'Ada moves on' });
    const { body } = await ada.get('/v1/accounts/acme/history?limit=2');
    const page = body as { items: { type: string; actor: string }[]; next: string };
    expect(page.items.map(({ type }) => type)).toEqual([
      'AccountRegistered',
      'AccountOwnerAssigned',
    ]);
    const rest = await ada.get(`/v1/accounts/acme/history?limit=2&cursor=${page.next}`);
    expect(rest.body).toMatchObject({
      items: [{ type: 'AccountOwnerAssigned', version: 3, actor: 'ada', reason: 'Ada moves on' }],
    });
  });

  it('shows a customer nothing but its own account', async () => {
    expect((await customer.get('/v1/accounts/acme')).status).toBe(200);
    expect((await customer.get('/v1/accounts/other')).status).toBe(404);
    expect((await customer.get('/v1/accounts/other/history')).status).toBe(404);
    const { body } = await customer.get('/v1/accounts');
    expect((body as { items: { accountId: string }[] }).items).toMatchObject([
      { accountId: 'acme' },
    ]);
  });

  it('gathers what happened at a customer in one record (R25)', async () => {
    await ada.post('/v1/accounts/acme/contacts', { name: 'Carl', email: 'carl@acme.example' });
    await ada.post('/v1/accounts/acme/interactions', { touchPoint: 'visit', summary: 'New plant' });
    const { body } = await eventually(
      () => ada.get('/v1/accounts/acme/record'),
      ({ body }) => (body as { timeline: unknown[] }).timeline.length >= 5,
    );
    expect(body).toMatchObject({
      account: { accountId: 'acme' },
      contacts: [{ name: 'Carl' }],
      timeline: expect.arrayContaining([
        expect.objectContaining({
          type: 'InteractionRecorded',
          summary: 'interaction recorded: New plant',
        }),
      ]),
    });
  });

  it('shows on the timeline of a customer nothing that is among ourselves', async () => {
    const at = '2026-03-02T12:00:00.000Z';
    const about = { projectId: 's-1', accountId: 'acme', at };
    const opened = {
      ...about,
      solutionId: 's-1',
      brand: 'Acme Care',
      leader: 'self',
      channel: 'project',
      branch: 'north',
      isLarge: true,
      isComplex: false,
      arrangement: { tier: 1, servedBy: 'delivery-centre', policyRow: 'self-led-large' },
    };
    await publisher.publish([
      eventRow(OperatedProjectOpened, { key: 's-1', version: 1, data: opened }),
      eventRow(ProjectWentQuiet, {
        key: 's-1',
        version: 2,
        data: { ...about, since: at, days: 30 },
      }),
    ]);
    const typesFor = async (who: TestCaller, path: string) => {
      const { timeline, items } = (await who.get(`/v1/accounts/acme/${path}`)).body as {
        timeline?: { type: string }[];
        items?: { type: string }[];
      };
      return (timeline ?? items ?? []).map(({ type }) => type);
    };
    await eventually(
      () => typesFor(ada, 'timeline'),
      (types) => types.includes('ProjectWentQuiet'),
    );
    for (const path of ['timeline', 'record']) {
      expect(await typesFor(customer, path)).toContain('OperatedProjectOpened');
      expect(await typesFor(customer, path)).not.toContain('ProjectWentQuiet');
    }
  });

  it('answers a repeated request as it did the first time, and does nothing twice', async () => {
    const body = { name: 'Dora' };
    const key = { 'idempotency-key': 'add-dora' };
    const first = await ada.post('/v1/accounts/acme/contacts', body, key);
    const second = await ada.post('/v1/accounts/acme/contacts', body, key);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
  });
});
