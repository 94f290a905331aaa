import type { TestCaller } from '@steward/testing';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

interface Page {
  readonly items: readonly { readonly articleId: string; readonly title: string }[];
}

const content = { title: 'Change the lamp', body: 'Turn it left.', language: 'en', tags: ['lamp'] };

describe('articles on real servers', () => {
  let on: RunningSupport;
  let agent: TestCaller;
  let manager: TestCaller;
  let customer: TestCaller;

  beforeAll(async () => {
    on = await runningSupport();
    ({ agent, manager, customer } = on);
  });
  afterAll(() => on.stop());

  const draft = async (articleId: string, changes: object = {}) => {
    const article = { articleId, ...content, audience: 'customers', ...changes };
    const drafted = await agent.post('/v1/articles', article);
    expect(drafted.headers.get('location')).toBe(`/v1/articles/${articleId}`);
    return `/v1/articles/${articleId}`;
  };
  const revise = (path: string, changes: object) =>
    agent.post(`${path}/revisions`, { ...content, audience: 'customers', ...changes });
  const publish = async (path: string) =>
    expect((await manager.post(`${path}/publication`)).status).toBe(200);
  const read = async (who: TestCaller, path: string) => {
    const { status, body } = await who.get(path);
    return status === 200 ? (body as { title: string }).title : status;
  };
  const idsOf = async (who: TestCaller, query: string) =>
    ((await who.get(`/v1/articles?${query}`)).body as Page).items.map(({ articleId }) => articleId);

  it('are read by customers as they were published for them, and by staff as they are', async () => {
    const path = await draft('a-1', { title: 'For us', audience: 'internal' });
    expect([await read(agent, path), await read(customer, path)]).toEqual(['For us', 404]);
    await publish(path);
    expect(await read(customer, path)).toBe(404);
    await revise(path, { title: 'First' });
    expect([await read(agent, path), await read(customer, path)]).toEqual(['First', 404]);
    await publish(path);
    await revise(path, { title: 'Second' });
    expect([await read(agent, path), await read(customer, path)]).toEqual(['Second', 'First']);
    expect((await customer.get(path)).body).toMatchObject({ publication: 2, status: 'published' });
    await publish(path);
    expect(await read(customer, path)).toBe('Second');

    const former = async (who: TestCaller) =>
      Promise.all([1, 2, 3, 4].map((number) => read(who, `${path}?publication=${number}`)));
    expect(await former(agent)).toEqual(['For us', 'First', 'Second', 404]);
    expect(await former(customer)).toEqual([404, 'First', 'Second', 404]);

    await revise(path, { title: 'For us again', audience: 'internal' });
    await publish(path);
    expect(await former(customer)).toEqual([404, 404, 404, 404]);
    expect((await manager.post(`${path}/retirement`)).status).toBe(200);
    expect([await read(agent, path), await read(customer, path)]).toEqual(['For us again', 404]);
  });

  it('are found by language, tag and status, among what the caller may read', async () => {
    await publish(await draft('b-1', { language: 'zh', tags: ['lamp', 'hall'] }));
    await publish(await draft('b-2', { tags: ['hall'] }));
    await publish(await draft('b-3', { tags: ['hall'], audience: 'internal' }));
    await draft('b-4', { tags: ['hall'] });
    await revise('/v1/articles/b-2', { tags: ['cellar'] });
    expect(await idsOf(agent, 'tag=hall')).toEqual(['b-1', 'b-3', 'b-4']);
    expect(await idsOf(customer, 'tag=hall')).toEqual(['b-1', 'b-2']);
    expect(await idsOf(customer, 'tag=hall&language=zh')).toEqual(['b-1']);
    expect(await idsOf(agent, 'tag=hall&status=draft')).toEqual(['b-4']);
    expect(await idsOf(customer, 'status=draft')).toEqual([]);
    const page = (await customer.get('/v1/articles?tag=hall')).body as Page;
    expect(page.items.every(({ title }) => title === content.title)).toBe(true);
  });

  it('are written by staff, published by managers, and told of to both alone', async () => {
    const path = await draft('c-1');
    expect((await agent.post(`${path}/publication`)).status).toBe(403);
    expect(
      (await customer.post('/v1/articles', { ...content, audience: 'customers' })).status,
    ).toBe(403);
    expect((await customer.get(`${path}/history`)).status).toBe(403);
    expect((await agent.get(`${path}/history`)).body).toMatchObject({
      items: [{ type: 'ArticleDrafted', actor: 'ada' }],
    });
    expect((await agent.get('/v1/articles/nowhere/history')).status).toBe(404);
  });

  it('are named by the tickets that they help with, each once', async () => {
    await draft('d-1');
    await draft('d-2');
    await manager.post('/v1/articles/d-2/retirement');
    await agent.post('/v1/tickets', { ticketId: 't-1', accountId: 'acme', subject: 'No light' });
    const name = async (articleId: string) => {
      const { status, body } = await agent.post('/v1/tickets/t-1/articles', { articleId });
      return status === 200 ? status : (body as { code: string }).code;
    };
    expect(await name('d-1')).toBe(200);
    expect(await name('d-1')).toBe('ticket-article-already-named');
    expect(await name('d-2')).toBe('article-retired');
    expect(await name('nowhere')).toBe('article-not-found');
    expect((await agent.get('/v1/tickets/t-1')).body).toMatchObject({ articles: ['d-1'] });
    expect((await customer.get('/v1/tickets/t-1')).body).not.toHaveProperty('articles');
  });
});
