import { eventually } from '@steward/testing';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

describe('canned answers on real servers', () => {
  let on: RunningSupport;

  beforeAll(async () => {
    on = await runningSupport();
    const ticket = { ticketId: 't-1', accountId: 'acme', subject: 'No light' };
    expect((await on.customer.post('/v1/tickets', ticket)).status).toBe(201);
  });
  afterAll(() => on.stop());

  const texts = [
    { language: 'en', text: 'Dear {{customer.name}}, about {{ticket.subject}}: thanks. {{agent}}' },
    { language: 'zh', text: '谢谢' },
  ];
  const thanks = { cannedAnswerId: 'thanks', name: 'Thanks', texts };

  it('are defined by managers and read for one ticket by staff', async () => {
    const { manager, agent, customer } = on;
    const defined = await manager.post('/v1/canned-answers', thanks);
    expect(defined).toMatchObject({ status: 201, body: { id: 'thanks', version: 1 } });
    expect((await agent.post('/v1/canned-answers', thanks)).status).toBe(403);
    const rendered = async (query = '') =>
      (await agent.get(`/v1/tickets/t-1/canned-answers/thanks${query}`)).body;
    expect(await rendered()).toEqual({
      cannedAnswerId: 'thanks',
      language: 'en',
      text: 'Dear acme, about No light: thanks. ada',
    });
    expect(await rendered('?language=zh')).toMatchObject({ text: '谢谢' });
    expect((await customer.get('/v1/tickets/t-1/canned-answers/thanks')).status).toBe(403);
    expect((await agent.get('/v1/tickets/t-2/canned-answers/thanks')).status).toBe(404);
    expect((await agent.get('/v1/tickets/t-1/canned-answers/none')).body).toMatchObject({
      code: 'canned-answer-not-found',
    });
  });

  it('are told with all that they were', async () => {
    const { manager, agent } = on;
    const { cannedAnswerId: _, ...content } = thanks;
    const path = '/v1/canned-answers/bye';
    await manager.post('/v1/canned-answers', { ...content, cannedAnswerId: 'bye' });
    const steps: [string, object][] = [
      ['revisions', { ...content, name: 'Good bye' }],
      ['retirement', {}],
    ];
    for (const [verb, body] of steps)
      expect((await manager.post(`${path}/${verb}`, body)).status).toBe(200);
    expect((await agent.get(path)).body).toMatchObject({ name: 'Good bye', status: 'retired' });
    expect((await agent.get('/v1/canned-answers?status=retired')).body).toMatchObject({
      items: [{ cannedAnswerId: 'bye' }],
    });
    expect((await agent.get(`${path}/history`)).body).toMatchObject({
      items: [
        { type: 'CannedAnswerDefined' },
        { type: 'CannedAnswerRevised' },
        { type: 'CannedAnswerRetired' },
      ],
    });
    expect((await agent.get('/v1/tickets/t-1/canned-answers/bye')).body).toMatchObject({
      code: 'canned-answer-retired',
    });
    expect((await agent.get('/v1/canned-answers/none/history')).status).toBe(404);
  });

  it('are counted when staff use them, and customers are not told', async () => {
    const { manager, agent, customer } = on;
    const { cannedAnswerId: _, ...content } = thanks;
    for (const cannedAnswerId of ['often', 'never'])
      await manager.post('/v1/canned-answers', { ...content, cannedAnswerId });
    const say = (who: typeof agent, changes: object = {}) =>
      who.post('/v1/tickets/t-1/messages', {
        text: 'Thanks',
        cannedAnswerId: 'often',
        ...changes,
      });
    const key = { 'idempotency-key': 'once' };
    expect((await say(agent)).status).toBe(201);
    const body = { text: 'Thanks again', cannedAnswerId: 'often' };
    for (let time = 0; time < 2; time += 1)
      expect((await agent.post('/v1/tickets/t-1/messages', body, key)).status).toBe(201);
    const before = (await agent.get('/v1/tickets/t-1')).body;
    expect(await say(agent, { cannedAnswerId: 'none' })).toMatchObject({
      status: 404,
      body: { code: 'canned-answer-not-found' },
    });
    expect(await say(agent, { cannedAnswerId: 'bye' })).toMatchObject({
      status: 409,
      body: { code: 'canned-answer-retired' },
    });
    expect(await say(agent, { from: 'customer' })).toMatchObject({
      status: 400,
      body: { code: 'ticket-message-not-of-staff' },
    });
    for (const cannedAnswerId of ['often', 'none'])
      expect(await say(customer, { cannedAnswerId })).toMatchObject({
        status: 403,
        body: { code: 'ticket-for-staff-only' },
      });
    expect((await agent.get('/v1/tickets/t-1')).body).toEqual(before);

    const used = await eventually(
      () => agent.get('/v1/canned-answers/often'),
      (found) => (found.body as { uses: number }).uses === 2,
    );
    expect(used.body).toMatchObject({ lastUsedAt: expect.any(String) });
    const { items } = (await agent.get('/v1/canned-answers?status=defined')).body as {
      items: object[];
    };
    expect(items).toContainEqual(used.body);
    const never = (await agent.get('/v1/canned-answers/never')).body;
    expect(never).toMatchObject({ uses: 0 });
    expect(never).not.toHaveProperty('lastUsedAt');
    const told = async (who: typeof agent) =>
      JSON.stringify((await who.get('/v1/tickets/t-1/history')).body);
    expect(await told(agent)).toContain('cannedAnswerId');
    expect(await told(customer)).not.toContain('cannedAnswerId');
  });

  it('leave no unknown placeholder to be found out by a customer', async () => {
    const odd = {
      ...thanks,
      cannedAnswerId: 'odd',
      texts: [{ language: 'en', text: '{{secret}}' }],
    };
    expect(await on.manager.post('/v1/canned-answers', odd)).toMatchObject({
      status: 400,
      body: { code: 'canned-answer-placeholder-unknown' },
    });
    expect((await on.agent.get('/v1/canned-answers/odd')).status).toBe(404);
  });
});
