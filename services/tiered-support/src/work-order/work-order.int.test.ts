import { eventually } from '@steward/testing';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';
import { solutionHistory } from '../fixtures/solution-history.ts';
import { workPlan } from '../fixtures/work-orders.ts';

describe('work orders and consults on real servers', () => {
  let on: RunningSupport;

  beforeAll(async () => {
    on = await runningSupport();
    const raise = (ticketId: string, about: object = {}) =>
      on.agent.post('/v1/tickets', { ticketId, accountId: 'acme', subject: 'No power', ...about });
    await on.publisher.publish(solutionHistory('s-1', 'acme'));
    await eventually(
      () => raise('tier-1', { projectId: 's-1' }),
      ({ status }) => status === 201,
    );
    await raise('tier-3');
  });
  afterAll(() => on.stop());

  const plan = (workOrderId: string, ticketId: string, changes = {}) =>
    on.agent.post('/v1/work-orders', { workOrderId, ticketId, ...workPlan(), ...changes });
  const go = async (workOrderId: string, ...steps: [string, object][]) => {
    for (const [verb, body] of steps)
      expect(await on.agent.post(`/v1/work-orders/${workOrderId}/${verb}`, body)).toMatchObject({
        status: 200,
      });
  };

  it('R101: install and repair behind the call centre, and leave the ticket to its desk', async () => {
    expect(await plan('w-1', 'tier-3')).toMatchObject({
      status: 201,
      body: { id: 'w-1', version: 1 },
    });
    const next = { from: '2026-03-04T09:00:00.000Z', to: '2026-03-04T12:00:00.000Z' };
    const work = { done: 'New seal', parts: [{ part: 'Seal', quantity: 2 }], minutes: 40 };
    await go(
      'w-1',
      ['assignment', { technician: 'tom' }],
      ['failed-visit', { why: 'Nobody there', window: next }],
      ['assignment', { technician: 'ida' }],
      ['start', {}],
    );
    expect(await on.agent.post('/v1/work-orders/w-1/cancellation', { why: 'No' })).toMatchObject({
      status: 409,
      body: { code: 'work-order-begun' },
    });
    await go('w-1', ['completion', work]);
    const expected = {
      status: 'completed',
      technician: 'ida',
      failedVisits: 1,
      window: next,
      work,
    };
    expect((await on.agent.get('/v1/work-orders/w-1')).body).toMatchObject(expected);
    expect((await on.agent.get('/v1/work-orders?ticketId=tier-3')).body).toMatchObject({
      items: [expected],
    });
    const { body } = await on.agent.get('/v1/work-orders/w-1/history');
    expect((body as { items: unknown[] }).items).toHaveLength(6);
    expect((await on.agent.get('/v1/tickets/tier-3')).body).toMatchObject({ status: 'queued' });
  });

  it('R101: take back what a customer returns, step by step', async () => {
    await plan('w-2', 'tier-3', { kind: 'return' });
    expect(await on.agent.post('/v1/work-orders/w-2/start', {})).toMatchObject({
      status: 409,
      body: { code: 'work-order-not-assigned' },
    });
    await go(
      'w-2',
      ['receipt', {}],
      ['inspection', { finding: 'Cracked' }],
      ['settlement', { outcome: 'replaced' }],
    );
    const query = 'ticketId=tier-3&kind=return&status=replaced';
    expect((await on.agent.get(`/v1/work-orders?${query}`)).body).toMatchObject({
      items: [{ workOrderId: 'w-2', finding: 'Cracked' }],
    });
    expect((await on.agent.get('/v1/work-orders?technician=nobody')).body).toEqual({ items: [] });
  });

  it('R101: have experts asked about a ticket, who answer once', async () => {
    const question = { consultId: 'c-1', question: 'Which seal?', team: 'Experts' };
    expect((await on.agent.post('/v1/tickets/tier-3/consults', question)).status).toBe(201);
    const asked = '/v1/consults?team=Experts&status=asked';
    expect((await on.agent.get(asked)).body).toMatchObject({ items: [{ askedBy: 'ada' }] });
    const path = '/v1/consults/c-1/answer';
    expect((await on.manager.post(path, { answer: 'The black one' })).status).toBe(200);
    expect(await on.manager.post(path, { answer: 'The red one' })).toMatchObject({
      status: 409,
      body: { code: 'consult-already-answered' },
    });
    expect((await on.agent.get('/v1/consults/c-1')).body).toMatchObject({
      ticketId: 'tier-3',
      answer: 'The black one',
      answeredBy: 'mia',
    });
    expect((await on.agent.get(asked)).body).toEqual({ items: [] });
    const { body } = await on.agent.get('/v1/consults/c-1/history');
    expect((body as { items: unknown[] }).items).toHaveLength(2);
  });

  it.each([
    {
      what: 'work orders',
      ask: () => plan('w-3', 'tier-1'),
      code: 'work-order-not-in-tier-3',
      path: '/v1/work-orders/w-3',
    },
    {
      what: 'experts',
      ask: () =>
        on.agent.post('/v1/tickets/tier-1/consults', {
          consultId: 'c-3',
          question: 'Why?',
          team: 'Experts',
        }),
      code: 'consult-not-in-tier-3',
      path: '/v1/consults/c-3',
    },
  ])('R101: are not for other tiers: no $what', async ({ ask, code, path }) => {
    expect(await ask()).toMatchObject({ status: 409, body: { code } });
    expect((await on.agent.get(path)).status).toBe(404);
  });

  it('need a ticket, and are not for customers', async () => {
    expect(await plan('w-4', 'nowhere')).toMatchObject({
      status: 404,
      body: { code: 'ticket-not-found' },
    });
    for (const path of ['/v1/work-orders/w-1', '/v1/consults/c-1'])
      expect((await on.customer.get(path)).status).toBe(403);
  });
});
