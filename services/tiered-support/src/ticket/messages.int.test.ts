import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

interface Page {
  readonly items: readonly {
    readonly kind: string;
    readonly type: string;
    readonly text: string;
  }[];
  readonly next?: string;
}

describe('what is said in a ticket, on real servers', () => {
  let on: RunningSupport;

  beforeAll(async () => {
    on = await runningSupport();
    const { customer, agent } = on;
    await customer.post('/v1/tickets', { ticketId: 't-1', accountId: 'acme', subject: 'No light' });
    const path = '/v1/tickets/t-1';
    const steps: [typeof agent, string, object][] = [
      [customer, 'messages', { text: 'It is dark.', channel: 'chat' }],
      [agent, 'notes', { text: 'They call every week.' }],
      [agent, 'messages', { text: 'Is the lamp in?', messageId: 'm-2' }],
      [agent, 'resolution', { resolution: 'Put the lamp in' }],
      [agent, 'messages', { text: 'They rang: still dark.', from: 'customer', channel: 'phone' }],
    ];
    for (const [who, verb, body] of steps)
      expect((await who.post(`${path}/${verb}`, body)).status).toBeLessThan(300);
  });
  afterAll(() => on.stop());

  const read = async (who: RunningSupport['agent'], query = '') =>
    (await who.get(`/v1/tickets/t-1/${query}`)).body as Page;

  it('is on one timeline, whatever the channel', async () => {
    expect((await read(on.agent, 'messages')).items).toMatchObject([
      { kind: 'message', from: 'customer', channel: 'chat', text: 'It is dark.', actor: 'carl' },
      { kind: 'note', text: 'They call every week.', actor: 'ada' },
      { kind: 'message', messageId: 'm-2', from: 'staff', channel: 'web' },
      { kind: 'message', from: 'customer', channel: 'phone', actor: 'ada' },
    ]);
    expect((await on.agent.get('/v1/tickets/t-1')).body).toMatchObject({
      status: 'queued',
      reopenings: 1,
    });
  });

  it('is read page by page', async () => {
    const first = await read(on.agent, 'messages?limit=3');
    expect(first.items).toHaveLength(3);
    const rest = await read(on.agent, `messages?limit=3&cursor=${first.next}`);
    expect(rest).toMatchObject({ items: [{ channel: 'phone' }] });
    expect(rest.next).toBeUndefined();
  });

  it('shows customers no notes, neither here nor in the history', async () => {
    const { items } = await read(on.customer, 'messages?limit=2');
    expect(items.map(({ text }) => text)).toEqual(['It is dark.', 'Is the lamp in?']);
    const types = async (who: RunningSupport['agent']) =>
      (await read(who, 'history')).items.map(({ type }) => type);
    expect(await types(on.customer)).not.toContain('TicketNoteAdded');
    expect(await types(on.agent)).toContain('TicketNoteAdded');
  });

  it.each([
    [
      'a stranger',
      'say anything',
      404,
      () => on.stranger.post('/v1/tickets/t-1/messages', { text: 'Hi' }),
    ],
    ['a stranger', 'read anything', 404, () => on.stranger.get('/v1/tickets/t-1/messages')],
    [
      'a customer',
      'speak for staff',
      403,
      () => on.customer.post('/v1/tickets/t-1/messages', { text: 'Hi', from: 'staff' }),
    ],
    [
      'a customer',
      'leave a note',
      403,
      () => on.customer.post('/v1/tickets/t-1/notes', { text: 'Hi' }),
    ],
    ['anybody', 'say nothing', 400, () => on.agent.post('/v1/tickets/t-1/messages', { text: '' })],
  ])('does not let %s %s', async (_who, _what, status, ask) => {
    expect((await ask()).status).toBe(status);
  });
});
