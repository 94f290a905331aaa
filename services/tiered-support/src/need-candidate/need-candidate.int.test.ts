import {
  OfferingCandidateAdopted,
  OfferingCandidateDismissed,
  OpportunityLost,
  OpportunityWon,
} from '@steward/contracts';
import { eventRow, eventually } from '@steward/testing';
import { type RunningSupport, runningSupport } from '../fixtures/running-support.ts';

interface Need {
  readonly needId: string;
  readonly kind: string;
  readonly status: string;
  readonly accountId: string;
  readonly heardBy: readonly string[];
}

const at = '2026-03-02T12:00:00.000Z';
const value = { amountMinor: 700_000, currency: 'EUR' };
const call = {
  conversationId: 'c-1',
  accountId: 'acme',
  channel: 'call',
  participants: [
    { personId: 'carl', from: 'customer', name: 'Carl' },
    { personId: 'bob', from: 'staff' },
    { personId: 'eve', from: 'staff' },
  ],
  turns: [
    { from: 'staff', text: 'Do you need more licences?' },
    { from: 'customer', text: 'No training please, but we need 20 more licences by June.' },
  ],
};

describe('needs that customers tell of, on real servers', () => {
  let on: RunningSupport;

  beforeAll(async () => {
    on = await runningSupport();
  });
  afterAll(() => on?.stop());

  const backlog = async (filter: string) => {
    const { body } = await on.agent.get(`/v1/need-candidates?${filter}`);
    return (body as { items: Need[] }).items;
  };
  const found = (filter: string, count = 1) =>
    eventually(
      () => backlog(filter),
      (needs) => needs.length === count,
    );
  const read = async (needId: string) =>
    (await on.agent.get(`/v1/need-candidates/${needId}`)).body as Need;
  const typesOf = async (needId: string) => {
    const { body } = await on.agent.get(`/v1/need-candidates/${needId}/history`);
    return (body as { items: { type: string }[] }).items.map(({ type }) => type);
  };

  it('R104: are found in a conversation, in both languages, with the words that tell them', async () => {
    expect(await on.agent.post('/v1/conversations', call)).toMatchObject({ status: 201 });
    const [expansion] = await found('accountId=acme');
    expect(expansion).toMatchObject({
      kind: 'expansion',
      leadsTo: 'opportunity',
      status: 'found',
      language: 'en',
      source: { kind: 'rule', ruleId: 'more-seats' },
      origin: { conversationId: 'c-1' },
      quotes: [{ turn: 1, start: 24, end: 56, text: 'we need 20 more licences by June' }],
      confidence: 85,
      reasons: [{ what: 'rule more-seats', points: 65 }, {}, {}],
      heardBy: ['bob', 'eve'],
    });
    const next = { turns: [{ from: 'customer', text: '我們還想安排一次培訓。' }] };
    expect((await on.agent.post('/v1/conversations/c-1/turns', next)).status).toBe(200);
    expect(await found('accountId=acme&kind=training')).toMatchObject([
      {
        leadsTo: 'offering',
        language: 'zh',
        quotes: [{ turn: 2, start: 0, text: '我們還想安排一次培訓' }],
      },
    ]);
  });

  it('keep the conversation as it was told, until it is closed', async () => {
    expect((await on.agent.get('/v1/conversations/c-1')).body).toMatchObject({
      status: 'open',
      turnCount: 3,
      turns: [...call.turns, { from: 'customer', text: '我們還想安排一次培訓。' }],
      heardBy: ['bob', 'eve'],
    });
    expect((await on.agent.post('/v1/conversations/c-1/closure', {})).status).toBe(200);
    const { body } = await on.agent.get('/v1/conversations?accountId=acme&status=closed');
    expect(body).toMatchObject({ items: [{ conversationId: 'c-1', version: 3 }] });
    expect(JSON.stringify(body)).not.toContain('licences');
    const history = await on.manager.get('/v1/conversations/c-1/history');
    expect(history.body).toMatchObject({
      items: [{ type: 'ConversationRecorded', actor: 'ada' }, {}, { type: 'ConversationClosed' }],
    });
  });

  it('R104: are found in what customers write in tickets, and credit who works on them', async () => {
    const ticket = { ticketId: 't-1', accountId: 'acme', subject: 'Slow' };
    expect((await on.customer.post('/v1/tickets', ticket)).status).toBe(201);
    expect((await on.agent.post('/v1/tickets/t-1/work', { agent: 'ada' })).status).toBe(200);
    const say = (messageId: string, text: string) =>
      on.customer.post('/v1/tickets/t-1/messages', { messageId, text });
    await say('m-1', 'Thank you. We do not need more storage.');
    await say('m-2', 'The server cannot keep up with the load.');
    expect(await found('accountId=acme&kind=capacity')).toMatchObject([
      { origin: { ticketId: 't-1', messageId: 'm-2' }, heardBy: ['ada'] },
    ]);
  });

  it('are not looked for in a ticket whose past is told afterwards', async () => {
    const ticket = { ticketId: 'old', accountId: 'acme', subject: 'Old', occurredAt: at };
    expect((await on.importer.post('/v1/tickets', ticket)).status).toBe(201);
    const said = { text: 'We need more seats.', from: 'customer', occurredAt: at };
    expect((await on.importer.post('/v1/tickets/old/messages', said)).status).toBe(201);
    const consumer = 'tiered-support.findNeedsOnTicketMessageAdded';
    const guardId = `${consumer}|tiered-support.ticket|old`;
    await eventually(
      () => on.database.collections.guards.findOne({ _id: guardId }),
      (guard) => guard?.version === 2,
    );
    expect(await backlog('kind=expansion')).toHaveLength(1);
  });

  it('R104: become an opportunity or an offering candidate, and are decided once', async () => {
    const [{ needId = '' } = {}] = await backlog('kind=expansion');
    const path = `/v1/need-candidates/${needId}`;
    const accept = (as: string) => on.manager.post(`${path}/acceptance`, { as });
    expect((await accept('opportunity')).status).toBe(200);
    expect(await read(needId)).toMatchObject({
      status: 'accepted',
      as: 'opportunity',
      decidedBy: 'mia',
      heardBy: ['bob', 'eve'],
    });
    const decided = { status: 409, body: { code: 'need-already-decided' } };
    expect(await accept('offering')).toMatchObject(decided);
    expect(await on.agent.post(`${path}/rejection`, { rejection: 'too-small' })).toMatchObject(
      decided,
    );

    const [training] = await backlog('kind=training');
    const other = `/v1/need-candidates/${training?.needId}`;
    expect((await on.agent.post(`${other}/rejection`, { rejection: 'other' })).status).toBe(400);
    expect((await on.agent.post(`${other}/acceptance`, { as: 'offering' })).status).toBe(200);
    expect(await backlog('status=found&accountId=acme')).toMatchObject([{ kind: 'capacity' }]);
  });

  it('R104: are followed until their opportunity is won or lost, once', async () => {
    const [expansion] = await backlog('kind=expansion');
    const [capacity] = await backlog('kind=capacity');
    const needId = expansion?.needId ?? '';
    const lostId = capacity?.needId ?? '';
    await on.manager.post(`/v1/need-candidates/${lostId}/acceptance`, { as: 'opportunity' });
    const fact = { accountId: 'acme', at };
    const sold = {
      title: 'Seats',
      unit: 'u',
      ownerId: 'o',
      lines: [{ offeringId: 'f', quantity: 1 }],
    };
    const won = (opportunityId: string, version: number) =>
      eventRow(OpportunityWon, {
        key: opportunityId,
        version,
        data: { ...fact, ...sold, opportunityId, value },
      });
    const lost = (opportunityId: string, version: number) =>
      eventRow(OpportunityLost, {
        key: opportunityId,
        version,
        data: { ...fact, opportunityId, lossReason: 'price' },
      });
    await on.publisher.publish([
      won('unrelated', 1),
      won(needId, 1),
      won(needId, 1),
      won(needId, 2),
      lost(lostId, 1),
      lost(lostId, 2),
    ]);
    await found('status=won');
    await found('status=lost');
    expect(await read(needId)).toMatchObject({ value, heardBy: ['bob', 'eve'], version: 3 });
    expect(await read(lostId)).toMatchObject({ lossReason: 'price', heardBy: ['ada'] });
    expect(await typesOf(needId)).toEqual(['NeedFound', 'NeedAccepted', 'NeedWon']);
  });

  it('R104: are followed until there is an offering for them, or none will be, once', async () => {
    const offered = (await found('status=accepted'))[0]?.needId ?? '';
    const report = { kind: 'compliance', leadsTo: 'offering', title: 'Audit', language: 'en' };
    const byHand = { accountId: 'acme', source: { kind: 'hand' }, confidence: 50 };
    const { body } = await on.agent.post('/v1/need-candidates', { ...report, ...byHand });
    const dismissed = (body as { id: string }).id;
    await on.manager.post(`/v1/need-candidates/${dismissed}/acceptance`, { as: 'offering' });
    const adopt = (candidateId: string, version: number) =>
      eventRow(OfferingCandidateAdopted, {
        key: candidateId,
        version,
        data: { candidateId, offeringId: 'course', at },
      });
    const dismiss = (candidateId: string, version: number) =>
      eventRow(OfferingCandidateDismissed, {
        key: candidateId,
        version,
        data: { candidateId, notes: 'Too rare', at },
      });
    await on.publisher.publish([
      adopt('unrelated', 1),
      adopt(offered, 1),
      adopt(offered, 1),
      adopt(offered, 2),
      dismiss(dismissed, 1),
      dismiss(dismissed, 2),
    ]);
    await found('status=offered');
    await found('status=lost', 2);
    expect(await read(offered)).toMatchObject({ offeringId: 'course', closedAt: at, version: 3 });
    expect(await read(dismissed)).toMatchObject({
      lossReason: 'no-offering',
      notes: 'Too rare',
      version: 3,
    });
    expect(await typesOf(offered)).toEqual(['NeedFound', 'NeedAccepted', 'NeedOffered']);
  });

  it('come from models, too, if they quote what was said', async () => {
    const text = 'we need 20 more licences';
    const claim = {
      accountId: 'acme',
      kind: 'new-purchase',
      leadsTo: 'opportunity',
      title: 'Licences',
      source: { kind: 'model', name: 'scribe', version: '2' },
      origin: { conversationId: 'c-1' },
      quotes: [{ turn: 1, start: 24, end: 48, text }],
      language: 'en',
      confidence: 70,
      reasons: [{ what: 'resembles what was bought before', points: 70 }],
    };
    const report = (changes: object) =>
      on.agent.post('/v1/need-candidates', { ...claim, ...changes });
    const first = await report({});
    expect(first.status).toBe(201);
    const { id } = first.body as { id: string };
    expect(await read(id)).toMatchObject({ source: claim.source, heardBy: ['bob', 'eve'] });

    const wrong = [{ turn: 1, start: 0, end: 24, text }];
    for (const [changes, status, code] of [
      [{ source: { ...claim.source, version: '3' } }, 409, 'need-already-reported'],
      [{ quotes: wrong }, 400, 'need-quote-wrong'],
      [{ quotes: [] }, 400, 'need-quote-missing'],
      [{ accountId: 'other' }, 404, 'need-origin-not-found'],
      [{ origin: { ticketId: 't-1', messageId: 'nowhere' } }, 404, 'need-origin-not-found'],
      [{ origin: { ticketId: 't-0' } }, 404, 'need-origin-not-found'],
      [{ origin: { messageId: 'm-2' } }, 404, 'need-origin-not-found'],
    ] as const)
      expect(await report(changes)).toMatchObject({ status, body: { code } });

    const byHand = await report({ source: { kind: 'hand' }, origin: {}, quotes: [] });
    expect(await read((byHand.body as { id: string }).id)).toMatchObject({ heardBy: ['ada'] });
  });

  it('R104: are all found, however many are told at once', async () => {
    const turns = Array.from({ length: 230 }, (_, index) => ({
      from: 'customer',
      text: `We need ${index + 1} more licences.`,
    }));
    const long = { ...call, conversationId: 'long', accountId: 'many', turns };
    expect((await on.agent.post('/v1/conversations', long)).status).toBe(201);
    const ids = async (cursor = ''): Promise<string[]> => {
      const path = `/v1/need-candidates?accountId=many&limit=200${cursor}`;
      const { items, next } = (await on.agent.get(path)).body as { items: Need[]; next?: string };
      const rest = next === undefined ? [] : await ids(`&cursor=${encodeURIComponent(next)}`);
      return [...items.map(({ needId }) => needId), ...rest];
    };
    const needs = await eventually(
      () => ids(),
      ({ length }) => length >= 230,
    );
    expect(new Set(needs).size).toBe(230);
  });

  it('and conversations are not for customers to see', async () => {
    for (const path of ['/v1/need-candidates', '/v1/conversations', '/v1/conversations/c-1'])
      expect(await on.customer.get(path)).toMatchObject({ status: 403 });
    expect(await on.customer.post('/v1/conversations', call)).toMatchObject({ status: 403 });
  });

  it('do not come of a conversation about a ticket that is not there', async () => {
    const about = { ...call, conversationId: 'c-2', ticketId: 't-1', accountId: 'other' };
    expect(await on.agent.post('/v1/conversations', about)).toMatchObject({
      status: 404,
      body: { code: 'conversation-ticket-not-found' },
    });
    expect((await on.agent.get('/v1/conversations/c-2')).status).toBe(404);
    expect((await on.agent.get('/v1/need-candidates/nowhere/history')).status).toBe(404);
  });
});
