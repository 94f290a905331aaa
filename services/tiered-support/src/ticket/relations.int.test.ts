import type { TestCaller } from '@steward/testing';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

interface Page {
  readonly items: readonly { readonly text: string; readonly fromTicketId?: string }[];
  readonly next?: string;
}

const file = {
  name: 'lamp.jpg',
  mediaType: 'image/jpeg',
  bytes: 48_211,
  url: 'https://files.example.com/lamp.jpg?v=2',
};

describe('what tickets have to do with each other, on real servers', () => {
  let on: RunningSupport;
  let agent: TestCaller;
  let customer: TestCaller;

  beforeAll(async () => {
    on = await runningSupport();
    ({ agent, customer } = on);
  });
  afterAll(() => on.stop());

  const raise = async (ticketId: string, accountId = 'acme') => {
    const ticket = { ticketId, accountId, subject: 'No light', product: 'Lamp 7' };
    expect((await agent.post('/v1/tickets', ticket)).status).toBe(201);
    return `/v1/tickets/${ticketId}`;
  };
  const say = async (path: string, text: string, messageId = text) =>
    expect((await agent.post(`${path}/messages`, { text, messageId })).status).toBe(201);
  const stateOf = async (path: string, who = agent) => (await who.get(path)).body as object;
  const codeOf = async (path: string, body: object, who = agent) => {
    const { status, body: problem } = await who.post(path, body);
    return [status, (problem as { code?: string }).code];
  };

  it('lets a duplicate go on in another ticket, with its words and its watchers', async () => {
    const duplicate = await raise('dup');
    const survivor = await raise('real');
    await say(survivor, 'one');
    await say(duplicate, 'two');
    await say(survivor, 'three');
    await agent.post(`${duplicate}/watchers`, {});
    const merging = await agent.post(`${duplicate}/merging`, { intoTicketId: 'real' });
    expect(merging).toMatchObject({ status: 200, body: { id: 'dup', version: 4 } });

    expect(await stateOf(duplicate)).toMatchObject({ status: 'cancelled', mergedInto: 'real' });
    expect(await stateOf(survivor)).toMatchObject({ tookIn: ['dup'], watchers: ['ada'] });
    await say(survivor, 'four');

    const first = (await agent.get(`${survivor}/messages?limit=2`)).body as Page;
    const rest = (await agent.get(`${survivor}/messages?limit=2&cursor=${first.next}`))
      .body as Page;
    expect(
      [...first.items, ...rest.items].map(({ text, fromTicketId }) => [text, fromTicketId]),
    ).toEqual([
      ['one', undefined],
      ['two', 'dup'],
      ['three', undefined],
      ['four', undefined],
    ]);
    expect(rest.next).toBeUndefined();

    const refusal = await customer.post(`${duplicate}/messages`, { text: 'Hello?' });
    expect(refusal).toMatchObject({ status: 409, body: { code: 'ticket-merged' } });
    expect(JSON.stringify(refusal.body)).toContain('ticket real');
  });

  it('changes neither ticket where one of them may not be merged', async () => {
    const ours = await raise('ours');
    await raise('theirs', 'other');
    await raise('last');
    const before = await stateOf(ours);
    const merge = (path: string, intoTicketId: string) =>
      codeOf(`${path}/merging`, { intoTicketId });
    expect(await merge(ours, 'theirs')).toEqual([409, 'ticket-accounts-differ']);
    expect(await merge(ours, 'nowhere')).toEqual([404, 'ticket-not-found']);
    expect(await merge(ours, 'ours')).toEqual([400, 'ticket-is-the-same']);
    expect(await stateOf(ours)).toEqual(before);
    await agent.post('/v1/tickets/last/merging', { intoTicketId: 'ours' });
    expect(await merge('/v1/tickets/theirs', 'last')).toEqual([409, 'ticket-merged']);
    expect(await merge(ours, 'theirs')).toEqual([409, 'ticket-took-others-in']);
    const byCustomer = await customer.post(`${ours}/merging`, { intoTicketId: 'theirs' });
    expect(byCustomer.status).toBe(403);
  });

  it('links two tickets on both sides at once, for staff to see', async () => {
    const cause = await raise('cause');
    const effect = await raise('effect', 'other');
    const link = { toTicketId: 'effect', kind: 'causes' };
    const seen = { 'if-match': '"1"' };
    expect((await agent.post(`${cause}/links`, link, seen)).status).toBe(200);
    expect(await stateOf(cause)).toMatchObject({ links: [{ ticketId: 'effect', kind: 'causes' }] });
    expect(await stateOf(effect)).toMatchObject({
      links: [{ ticketId: 'cause', kind: 'caused-by' }],
    });
    expect(await stateOf(cause, customer)).not.toHaveProperty('links');
    expect(await codeOf(`${cause}/links`, link)).toEqual([409, 'ticket-already-linked']);
    const astray = { toTicketId: 'nowhere', kind: 'related' };
    expect(await codeOf(`${cause}/links`, astray)).toEqual([404, 'ticket-not-found']);
    expect(await codeOf(`${cause}/links`, { ...link, kind: 'split-into' })).toEqual([
      400,
      'malformed-request',
    ]);
    expect(
      (await agent.post(`${effect}/unlinking`, { toTicketId: 'cause', kind: 'caused-by' })).status,
    ).toBe(200);
    expect(await stateOf(cause)).not.toHaveProperty('links');
  });

  it('splits what was said about something else into a ticket of its own', async () => {
    const old = await raise('both');
    await say(old, 'It is dark.', 'm-1');
    await say(old, 'And it is cold.', 'm-2');
    const split = { newTicketId: 'cold', messageIds: ['m-2'], subject: 'No heating' };
    expect(
      await agent.post(`${old}/splitting`, { ...split, messageIds: ['m-2', 'm-3'] }),
    ).toMatchObject({ status: 404, body: { code: 'ticket-message-not-found' } });
    expect((await agent.get('/v1/tickets/cold')).status).toBe(404);

    const seen = { 'if-match': '"3"' };
    const answer = await agent.post(`${old}/splitting`, split, seen);
    expect(answer).toMatchObject({ status: 200, body: { id: 'cold', version: 3 } });
    expect(await stateOf('/v1/tickets/cold')).toMatchObject({
      subject: 'No heating',
      accountId: 'acme',
      links: [{ ticketId: 'both', kind: 'split-of' }],
    });
    expect(await stateOf(old)).toMatchObject({
      links: [{ ticketId: 'cold', kind: 'split-into' }],
    });
    const { items } = (await customer.get('/v1/tickets/cold/messages')).body as Page;
    expect(items).toMatchObject([{ text: 'And it is cold.', fromTicketId: 'both' }]);
    const history = JSON.stringify(await stateOf('/v1/tickets/cold/history'));
    expect(history).toContain('Lamp 7');
    expect(await codeOf(`${old}/splitting`, split)).toEqual([409, 'ticket-already-raised']);
  });

  it('lets people watch: customers themselves, staff one another', async () => {
    const path = await raise('seen');
    expect((await customer.post(`${path}/watchers`, {})).status).toBe(200);
    expect((await agent.post(`${path}/watchers`, { watcher: 'mia' })).status).toBe(200);
    expect(await codeOf(`${path}/watchers`, { watcher: 'mia' }, customer)).toEqual([
      403,
      'ticket-for-staff-only',
    ]);
    expect(await codeOf(`${path}/watchers`, {}, on.stranger)).toEqual([404, 'ticket-not-found']);
    expect(await stateOf(path)).toMatchObject({ watchers: ['carl', 'mia'] });
    expect(await stateOf(path, customer)).toMatchObject({ watchers: ['carl'] });
    expect((await customer.post(`${path}/unwatching`, {})).status).toBe(200);
    expect(await stateOf(path, customer)).not.toHaveProperty('watchers');
    const types = JSON.stringify(await stateOf(`${path}/history`, customer));
    expect(types).not.toContain('Watched');
  });

  it('keeps with a message and a note what files belong to it', async () => {
    const path = await raise('files');
    const attachments = [file];
    await customer.post(`${path}/messages`, { text: 'See here', attachments });
    await agent.post(`${path}/notes`, { text: 'Broken indeed', attachments });
    expect((await agent.get(`${path}/messages`)).body).toMatchObject({
      items: [
        { kind: 'message', attachments },
        { kind: 'note', attachments },
      ],
    });
  });

  it.each([
    ['over plain HTTP', { url: 'http://files.example.com/lamp.jpg' }],
    ['with a password in it', { url: 'https://ada:secret@files.example.com/lamp.jpg' }],
    ['in no host', { url: 'https:///lamp.jpg' }],
    ['of less than nothing', { bytes: -1 }],
    ['of no kind', { mediaType: 'picture' }],
    ['with half a checksum', { sha256: 'abc' }],
  ])('refuses a file %s', async (_, changes) => {
    await agent.post('/v1/tickets', { ticketId: 'bad', accountId: 'acme', subject: 'No light' });
    const attachments = [{ ...file, ...changes }];
    expect(await codeOf('/v1/tickets/bad/messages', { text: 'See here', attachments })).toEqual([
      400,
      'malformed-request',
    ]);
  });
});
