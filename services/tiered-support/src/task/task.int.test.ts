import { eventually, type TestCaller } from '@steward/testing';
import { officeHours } from '../fixtures/hours.ts';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';
import { solutionHistory } from '../fixtures/solution-history.ts';

interface Page {
  readonly items: readonly { readonly taskId: string; readonly type: string }[];
}

const at = (time: string): string => `2026-03-02T${time}:00.000Z`;

describe('tasks on real servers', () => {
  let on: RunningSupport;
  let agent: TestCaller;

  beforeAll(async () => {
    on = await runningSupport();
    agent = on.agent;
    const hours = officeHours({ openings: [{ from: '00:00', to: '24:00' }], days: 'all' });
    await on.manager.post('/v1/calendars', { calendarId: 'always', name: 'Always', hours });
  });
  afterAll(() => on.stop());

  const raise = async (ticketId: string, more: object = {}) => {
    const ticket = { ticketId, accountId: 'acme', subject: 'Paid twice', ...more };
    expect((await on.importer.post('/v1/tickets', ticket)).status).toBe(201);
  };
  const set = (taskId: string, ticketId: string, more: object = {}) =>
    on.importer.post('/v1/tasks', {
      taskId,
      ticketId,
      title: 'Pay it back',
      function: 'finance',
      ...more,
    });
  const stateOf = async (taskId: string) => (await agent.get(`/v1/tasks/${taskId}`)).body as object;
  const idsOf = async (query: string) =>
    ((await agent.get(`/v1/tasks?${query}`)).body as Page).items.map(({ taskId }) => taskId);

  it('R45: lets any part of the company be asked for something and answer for itself', async () => {
    await raise('t-1');
    expect((await set('pay', 't-1')).headers.get('location')).toBe('/v1/tasks/pay');
    await set('fix', 't-1', { function: 'it', assignee: 'ivo' });
    await set('ask', 't-1', { function: 'hr' });
    const steps: [string, object][] = [
      ['pay/acceptance', {}],
      ['pay/completion', { result: 'Paid' }],
      ['fix/reassignment', { function: 'engineering' }],
      ['ask/declining', { why: 'Ask legal' }],
    ];
    for (const [path, body] of steps)
      expect(await agent.post(`/v1/tasks/${path}`, body)).toMatchObject({ status: 200 });
    expect(await stateOf('pay')).toMatchObject({ status: 'done', assignee: 'ada' });
    expect(await stateOf('fix')).toEqual({
      taskId: 'fix',
      ticketId: 't-1',
      accountId: 'acme',
      title: 'Pay it back',
      function: 'engineering',
      status: 'open',
      setAt: expect.any(String),
      isOverdue: false,
      version: 2,
    });
    expect(await idsOf('ticketId=t-1&limit=2')).toEqual(['ask', 'fix']);
    expect(await idsOf('function=engineering&status=open')).toEqual(['fix']);
    expect(await idsOf('assignee=ada')).toEqual(['pay']);
    const history = (await agent.get('/v1/tasks/pay/history')).body as Page;
    expect(history.items.map(({ type }) => type)).toEqual(['TaskSet', 'TaskAccepted', 'TaskDone']);
    expect((await agent.get('/v1/tickets/t-1')).body).toMatchObject({
      status: 'queued',
      tasks: ['pay', 'fix', 'ask'],
    });
  });

  it('R45: tells of a task by its own clock that it is overdue, and leaves it so', async () => {
    await raise('t-2', { occurredAt: at('09:00') });
    const due = { minutes: 60, calendarId: 'always' };
    expect(await set('late', 't-2', { due, occurredAt: at('09:30') })).toMatchObject({
      status: 201,
    });
    const seen = await eventually(
      () => stateOf('late') as Promise<{ isOverdue: boolean }>,
      ({ isOverdue }) => isOverdue,
    );
    expect(seen).toMatchObject({ status: 'open', dueAt: at('10:30') });
    await agent.post('/v1/tasks/late/completion', {});
    expect(await stateOf('late')).toMatchObject({ status: 'done', isOverdue: true });
    expect((await agent.get('/v1/tasks/late/history')).body).toMatchObject({
      items: [
        { type: 'TaskSet' },
        { type: 'TaskWarned', data: { at: at('10:15') } },
        { type: 'TaskOverdue', data: { at: at('10:30') }, actor: 'system:tiered-support' },
        { type: 'TaskDone' },
      ],
    });
  });

  it.each(['resolution', 'cancellation', 'merging'])(
    'ends what is left to be done when its ticket ends by %s',
    async (verb) => {
      const ticketId = `t-${verb}`;
      await raise(ticketId);
      await raise(`other-${verb}`);
      await set(`open-${verb}`, ticketId);
      await set(`done-${verb}`, ticketId);
      await agent.post(`/v1/tasks/done-${verb}/completion`, {});
      const bodies: Record<string, object> = {
        resolution: { resolution: 'Paid back' },
        merging: { intoTicketId: `other-${verb}` },
      };
      const answer = await agent.post(`/v1/tickets/${ticketId}/${verb}`, bodies[verb] ?? {});
      expect(answer.status).toBe(200);
      await eventually(
        () => stateOf(`open-${verb}`) as Promise<{ status: string }>,
        ({ status }) => status === 'cancelled',
      );
      expect(await stateOf(`done-${verb}`)).toMatchObject({ status: 'done' });
      const refused = await set(`late-${verb}`, ticketId);
      const code = verb === 'merging' ? 'ticket-merged' : 'ticket-not-open';
      expect(refused).toMatchObject({ status: 409, body: { code } });
      expect((await agent.get(`/v1/tasks/late-${verb}`)).status).toBe(404);
    },
  );

  it('R98: denies the delivery centre the sales people, whom it does not manage', async () => {
    await on.publisher.publish(solutionHistory('s-1', 'acme'));
    await eventually(
      () => agent.get('/v1/operated-projects/s-1'),
      ({ status }) => status === 200,
    );
    await raise('t-large', { projectId: 's-1' });
    const denied = { status: 409, body: { code: 'task-sales-at-delivery-centre' } };
    expect(await set('sell', 't-large', { function: 'sales' })).toMatchObject(denied);
    expect(await set('build', 't-large', { function: 'engineering' })).toMatchObject({
      status: 201,
    });
    const toSales = { function: 'sales' };
    expect(await agent.post('/v1/tasks/build/reassignment', toSales)).toMatchObject(denied);
    await raise('t-small');
    expect(await set('sell', 't-small', toSales)).toMatchObject({ status: 201 });
  });

  it.each([
    ['a ticket that is not there', { ticketId: 'nowhere' }, 404, 'ticket-not-found'],
    [
      'hours that are not there',
      { due: { minutes: 60, calendarId: 'nowhere' } },
      404,
      'task-calendar-not-found',
    ],
    ['nobody', { function: 'astrology' }, 400, 'malformed-request'],
  ])('are not set for %s', async (_, changes, status, code) => {
    await on.importer.post('/v1/tickets', { ticketId: 't-9', accountId: 'acme', subject: 'Hm' });
    expect(await set('stray', 't-9', changes)).toMatchObject({ status, body: { code } });
    expect((await agent.get('/v1/tasks/stray')).status).toBe(404);
  });

  it('do not exist for customers', async () => {
    const { customer } = on;
    expect((await customer.get('/v1/tasks')).status).toBe(403);
    expect((await customer.get('/v1/tasks/pay')).status).toBe(403);
    expect((await customer.post('/v1/tasks/fix/acceptance', {})).status).toBe(403);
    expect((await customer.get('/v1/tickets/t-1')).body).not.toHaveProperty('tasks');
    const history = JSON.stringify((await customer.get('/v1/tickets/t-1/history')).body);
    expect(history).not.toContain('TaskSet');
  });
});
