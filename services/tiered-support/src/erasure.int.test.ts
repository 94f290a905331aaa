import { eventually, type TestCaller } from '@steward/testing';
import { officeHours } from './fixtures/hours.ts';
import { policyContent } from './fixtures/policies.ts';
import { type RunningSupport, runningSupport } from './fixtures/running-support.ts';

interface Listed {
  readonly items: readonly {
    readonly needId: string;
    readonly surveyId: string;
    readonly type: string;
    readonly reason?: string;
  }[];
}

/** One word for each place where somebody says something that has to go. */
const words = {
  message: 'Annette',
  file: 'Bertram',
  note: 'Clothilde',
  merged: 'Dietlinde',
  turn: 'Ermengard',
  speaker: 'Friedhelm',
  next: 'Gundula',
  comment: 'Hildebrand',
  answer: 'Isolde',
};
const file = {
  name: `${words.file}.pdf`,
  mediaType: 'application/pdf',
  bytes: 7,
  url: `https://files.test/${words.file}`,
};
const why = { reason: 'The person asked for it' };

describe('erasure of what people said, on real servers', () => {
  let on: RunningSupport;
  let surveyId: string;

  const done = async (who: TestCaller, path: string, body: object) =>
    expect((await who.post(`/v1/${path}`, body)).status).toBeLessThan(300);
  const read = async (path: string, who = on.manager) => (await who.get(`/v1/${path}`)).body;
  const listed = async (path: string, who?: TestCaller) =>
    ((await read(path, who)) as Listed).items;
  /** All that the doors answer which could hold any of it. */
  const answers = async (): Promise<string> => {
    const tickets = ['t-1', 't-2', 't-3'];
    const needs = (await listed('need-candidates')).map(({ needId }) => needId);
    const paths = [
      ...tickets.flatMap((id) =>
        ['', '/history', '/messages'].map((part) => `tickets/${id}${part}`),
      ),
      ...['conversations/c-1', 'conversations/c-1/history', 'conversations'],
      ...[`surveys/${surveyId}`, `surveys/${surveyId}/history`, 'surveys'],
      ...['need-candidates', ...needs.map((id) => `need-candidates/${id}/history`)],
    ];
    const bodies = await Promise.all(paths.map((path) => read(path)));
    return JSON.stringify(bodies);
  };
  /** All that the service keeps. */
  const kept = async (): Promise<string> => {
    const { client, name } = on.database;
    const collections = await client.db(name).collections();
    const rows = await Promise.all(collections.map((one) => one.find().toArray()));
    return JSON.stringify(rows);
  };
  /** All that has been, but for what the broker has of it. */
  const facts = async (): Promise<string> => {
    const { events } = on.database.collections;
    return JSON.stringify(await events.find({}, { projection: { pending: 0 } }).toArray());
  };
  const clocks = () => read('tickets/t-1/clocks?at=2030-01-01T00:00:00.000Z');

  const raise = (ticketId: string) =>
    done(on.customer, 'tickets', { ticketId, accountId: 'acme', subject: 'No light' });

  beforeAll(async () => {
    on = await runningSupport();
    const { agent, customer, manager } = on;
    const questions = [{ questionId: 'speed', text: 'Was it quick?' }];
    await done(manager, 'survey-policies', { quietDays: 0, validDays: 14, questions });
    await done(manager, 'calendars', { calendarId: 'office', name: 'Us', hours: officeHours() });
    await done(manager, 'sla-policies', { policyId: 'default', ...policyContent() });
    await Promise.all(['t-1', 't-3'].map(raise));
    const said = `${words.message} here: we need 20 more licences by June.`;
    await done(customer, 'tickets/t-1/messages', {
      messageId: 'm-1',
      text: said,
      attachments: [file],
    });
    await done(agent, 'tickets/t-1/messages', { messageId: 'm-2', text: 'We send an offer' });
    await done(agent, 'tickets/t-1/notes', { noteId: 'n-1', text: `${words.note} is angry` });
    await done(customer, 'tickets/t-3/messages', { messageId: 'm-3', text: words.merged });
    await done(agent, 'tickets/t-3/merging', { intoTicketId: 't-1' });
    await done(agent, 'tickets/t-1/splitting', {
      newTicketId: 't-2',
      subject: 'Licences',
      messageIds: ['m-1', 'm-3'],
    });
    await done(agent, 'conversations', {
      conversationId: 'c-1',
      accountId: 'acme',
      channel: 'call',
      participants: [
        { personId: words.speaker, from: 'customer', name: words.speaker },
        { personId: 'ada', from: 'staff' },
      ],
      turns: [
        {
          from: 'customer',
          speaker: words.speaker,
          text: `For ${words.turn} we need 5 more licences.`,
        },
      ],
    });
    const next = [{ from: 'customer', text: `${words.next} wants a training course for us.` }];
    await done(agent, 'conversations/c-1/turns', { turns: next });
    await done(agent, 'tickets/t-1/resolution', { resolution: 'Lamp' });
    const [survey] = await eventually(
      () => listed('surveys?status=offered&ticketId=t-1'),
      (surveys) => surveys.length > 0,
    );
    surveyId = survey?.surveyId ?? '';
    const { secret } = (await read(`surveys/${surveyId}/link`)) as { secret: string };
    await done(customer, `surveys/${surveyId}/answers`, {
      secret,
      score: 2,
      comment: `${words.comment} was rude`,
      answers: [{ questionId: 'speed', text: `Ask ${words.answer}` }],
    });
    await eventually(
      async () => ({ needs: await listed('need-candidates'), ticket: await read('tickets/t-1') }),
      ({ needs, ticket }) => needs.length === 3 && (ticket as { rating?: number }).rating === 2,
    );
  });
  afterAll(() => on?.stop());

  it.each([
    ['an agent', 403, 'scope-missing', () => on.agent, 'tickets/t-1/messages/m-1', why],
    ['a customer', 403, 'scope-missing', () => on.customer, 'tickets/t-1/messages/m-1', why],
    ['a customer', 403, 'scope-missing', () => on.customer, 'conversations/c-1', why],
    [
      'a manager without a reason',
      400,
      'malformed-request',
      () => on.manager,
      'conversations/c-1',
      {},
    ],
    [
      'a manager with an empty one',
      400,
      'malformed-request',
      () => on.manager,
      'conversations/c-1',
      { reason: ' ' },
    ],
    ...[
      ['tickets/t-1/messages/m-9', 'ticket-message-not-found'],
      ['tickets/t-9/messages/m-1', 'ticket-not-found'],
      ['conversations/c-9', 'conversation-not-found'],
      ['surveys/v-9', 'survey-not-found'],
    ].map(([what = '', code = '']) => ['anybody', 404, code, () => on.manager, what, why] as const),
  ] as const)('is refused to %s with %i %s', async (_who, status, code, who, what, body) => {
    const before = await facts();
    expect(await who().post(`/v1/${what}/erasure`, body)).toMatchObject({ status, body: { code } });
    expect(await facts()).toBe(before);
  });

  it('leaves no word of it in any answer, nor in what the service keeps', async () => {
    const places = Object.values(words);
    const missing = (text: string) => places.filter((word) => !text.includes(word));
    const present = (text: string) => places.filter((word) => text.includes(word));
    expect(missing(await answers())).toEqual([]);
    expect(missing(await kept())).toEqual([]);
    const [ticketBefore, clocksBefore] = [await read('tickets/t-1'), await clocks()];
    expect((clocksBefore as { clocks: unknown[] }).clocks).not.toEqual([]);

    const all = [
      'tickets/t-2/messages/m-1',
      'tickets/t-1/messages/n-1',
      'tickets/t-3/messages/m-3',
      'conversations/c-1',
      `surveys/${surveyId}`,
    ];
    for (const what of all) await done(on.manager, `${what}/erasure`, why);
    for (const told of [answers, kept])
      await eventually(told, (text) => present(text).length === 0);

    const ticketAfter = (await read('tickets/t-1')) as object;
    expect(ticketAfter).toEqual({ ...(ticketBefore as object), version: expect.any(Number) });
    expect(await clocks()).toEqual(clocksBefore);

    // Whoever asks again changes nothing, and is told the same.
    const after = await facts();
    for (const what of all) await done(on.manager, `${what}/erasure`, why);
    expect(await facts()).toBe(after);
  });

  it('leaves that something was said, and who erased it, when and why', async () => {
    expect(await read('conversations/c-1')).toMatchObject({
      participants: [
        { personId: 'erased', from: 'customer' },
        { personId: 'ada', from: 'staff' },
      ],
      turns: [
        { from: 'customer', text: '[erased]' },
        { from: 'customer', text: '[erased]' },
      ],
    });
    expect(await read(`surveys/${surveyId}`)).toMatchObject({
      status: 'answered',
      score: 2,
      comment: '[erased]',
      answers: [{ questionId: 'speed', text: '[erased]' }],
    });
    expect(await listed('need-candidates?kind=expansion')).toMatchObject([
      { quotes: [], title: '[erased]', status: 'found' },
      { quotes: [], title: '[erased]', status: 'found' },
    ]);
    const erased = (await listed('tickets/t-1/history')).filter(({ type }) =>
      type.endsWith('Erased'),
    );
    expect(erased).toMatchObject([
      { type: 'TicketMessageErased', actor: 'mia', ...why },
      { type: 'TicketNoteErased', actor: 'mia', ...why },
      { type: 'TicketRatingErased', data: { surveyId } },
    ]);
  });

  it('tells customers that their words were erased, and nothing of notes', async () => {
    const seen = await listed('tickets/t-1/history', on.customer);
    expect(seen.map(({ type }) => type).filter((type) => type.endsWith('Erased'))).toEqual([
      'TicketMessageErased',
      'TicketRatingErased',
    ]);
    expect(await listed('tickets/t-1/messages', on.customer)).toMatchObject([
      { messageId: 'm-1', text: '[erased]' },
      { messageId: 'm-2', text: 'We send an offer' },
      { messageId: 'm-3', text: '[erased]', fromTicketId: 't-3' },
    ]);
  });
});
