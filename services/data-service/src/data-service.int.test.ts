import { eventually } from '@steward/testing';
import { history, rowsOf } from './fixtures/history.ts';
import { opportunityFact } from './fixtures/opportunity-fact.ts';
import { runDataService } from './fixtures/running-data-service.ts';
import { ticketFact } from './fixtures/ticket-fact.ts';

const at = (time: string) => `2026-03-02T${time}:00.000Z`;
const first = { line: 'first', team: 'G97' } as const;
const second = { line: 'second', team: 'V5' } as const;
const third = { line: 'third', team: 'T1' } as const;
const ticketPath = (ticketId: string) => `/v1/reports/support/tickets/${ticketId}`;
const opportunityPath = (id: string) => `/v1/reports/pipeline/opportunities/${id}`;

/** Solved by the first line after ten minutes. */
const solvedAtOnce = (ticketId: string, country: string) =>
  rowsOf(
    history(
      ticketFact('TicketRaised', { ticketId, country, product: 'PROD424', at: at('09:00') }),
      ticketFact('TicketWorkStarted', { ticketId, at: at('09:01') }),
      ticketFact('TicketResolved', {
        ticketId,
        at: at('09:10'),
        label: 'In Call',
        held: { ...first, seconds: 600 },
      }),
    ),
  );

/** Up to the third line, closed, reopened, solved again and rated. */
const wandered = (ticketId: string) =>
  rowsOf(
    history(
      ticketFact('TicketRaised', { ticketId, at: at('09:00'), priority: 'high' }),
      ticketFact('TicketHandedOver', {
        ticketId,
        at: at('10:00'),
        held: { ...first, seconds: 3_600 },
        desk: second,
      }),
      ticketFact('TicketWorkStarted', { ticketId, at: at('10:03') }),
      ticketFact('TicketHandedOver', {
        ticketId,
        at: at('11:00'),
        held: { ...second, seconds: 3_600 },
        desk: third,
      }),
      ticketFact('TicketResolved', {
        ticketId,
        at: at('12:00'),
        held: { ...third, seconds: 3_600 },
      }),
      ticketFact('TicketReopened', { ticketId, at: at('13:00') }),
      ticketFact('TicketResolved', {
        ticketId,
        at: at('14:00'),
        held: { ...third, seconds: 3_600 },
      }),
      ticketFact('TicketClosed', { ticketId, at: at('15:00'), label: 'Closed' }),
      ticketFact('TicketRated', { ticketId, at: at('16:00'), score: 4, label: 'Closed' }),
    ),
  );

const won = (opportunityId: string) =>
  rowsOf(
    history(
      opportunityFact('OpportunityDiscovered', { opportunityId }),
      opportunityFact('OpportunityIntroduced', { opportunityId }),
      opportunityFact('OpportunityAccepted', { opportunityId }),
      opportunityFact('OpportunityWon', {
        opportunityId,
        value: { amountMinor: 5_000_000_000, currency: 'USD' },
      }),
    ),
  );

const open = (opportunityId: string) =>
  rowsOf(
    history(
      opportunityFact('OpportunityDiscovered', { opportunityId, accountId: undefined }),
      opportunityFact('OpportunityIntroduced', { opportunityId, accountId: undefined }),
    ),
  );

describe('data-service', () => {
  let data: Awaited<ReturnType<typeof runDataService>>;

  beforeAll(async () => {
    data = await runDataService();
    await data.publish([
      ...solvedAtOnce('quick-1', 'Sweden'),
      ...solvedAtOnce('quick-2', 'Poland'),
      ...wandered('long-1'),
      ...won('won-1'),
      ...won('won-2'),
      ...open('open-1'),
    ]);
    await Promise.all([
      data.seen(ticketPath('quick-1'), 3),
      data.seen(ticketPath('quick-2'), 3),
      data.seen(ticketPath('long-1'), 9),
      data.seen(opportunityPath('won-1'), 4),
      data.seen(opportunityPath('won-2'), 4),
      data.seen(opportunityPath('open-1'), 2),
    ]);
  });

  afterAll(() => data?.stop());

  it('answers the report on support', async () => {
    expect(await data.get('/v1/reports/support')).toEqual({
      status: 200,
      body: {
        tickets: 3,
        open: 0,
        reopenings: 1,
        handOvers: 2,
        neverLeftFirstLine: 2,
        reachedThirdLine: 1,
        unclearLine: 0,
        finalStates: { 'In Call': 2, Closed: 1 },
        heldSeconds: { first: 4_800, second: 3_600, third: 7_200 },
        response: {
          count: 3,
          meanSeconds: 1_300,
          medianSeconds: 60,
          p90Seconds: 3_036,
        },
        resolution: {
          count: 3,
          meanSeconds: 6_400,
          medianSeconds: 600,
          p90Seconds: 14_520,
        },
      },
    });
  });

  it.each([
    { groupBy: 'line', keys: ['first 3', 'second 1', 'third 1'] },
    { groupBy: 'team', keys: ['G97 3', 'T1 1', 'V5 1'] },
    { groupBy: 'product', keys: ['PROD424 2', '(none) 1'] },
    { groupBy: 'country', keys: ['(none) 1', 'Poland 1', 'Sweden 1'] },
    { groupBy: 'organisation', keys: ['(none) 3'] },
    { groupBy: 'priority', keys: ['medium 2', 'high 1'] },
    { groupBy: 'tier', keys: ['3 3'] },
    { groupBy: 'team&top=1', keys: ['G97 3'] },
  ])('breaks support down by $groupBy', async ({ groupBy, keys }) => {
    const { body } = await data.get(`/v1/reports/support?groupBy=${groupBy}`);
    expect(body.groups?.map(({ key, tickets }) => `${key} ${tickets}`)).toEqual(keys);
  });

  it('gives each group times of its own', async () => {
    const { body } = await data.get('/v1/reports/support?groupBy=line');
    expect(body.groups?.[2]).toEqual({
      key: 'third',
      tickets: 1,
      open: 0,
      reopenings: 1,
      handOvers: 2,
      response: { count: 1, meanSeconds: 3_780, medianSeconds: 3_780, p90Seconds: 3_780 },
      resolution: { count: 1, meanSeconds: 18_000, medianSeconds: 18_000, p90Seconds: 18_000 },
    });
  });

  it('answers the report on the pipeline, exact beyond 32 bits', async () => {
    expect((await data.get('/v1/reports/pipeline')).body).toEqual({
      won: { count: 2, valueMinor: 10_000_000_000, currency: 'USD' },
      lost: { count: 0 },
      open: { count: 1, valueMinor: 0 },
      stages: [{ stage: 'introduced', count: 1, valueMinor: 0 }],
      winRate: 1,
      currencies: [{ currency: 'USD', amountMinor: 10_000_000_000 }],
    });
  });

  it('answers the report on satisfaction', async () => {
    expect((await data.get('/v1/reports/satisfaction')).body).toEqual({
      ratings: 1,
      csat: 1,
      mean: 4,
      scores: { 1: 0, 2: 0, 3: 0, 4: 1, 5: 0 },
    });
  });

  it.each([
    { why: 'nobody told of the ticket', path: ticketPath('nowhere'), status: 404 },
    { why: 'nobody told of the opportunity', path: opportunityPath('nowhere'), status: 404 },
    { why: 'there is no such grouping', path: '/v1/reports/support?groupBy=mood', status: 400 },
  ])('answers $status where $why', async ({ path, status }) => {
    expect((await data.get(path)).status).toBe(status);
  });

  it('has the same rows after everything was delivered again', async () => {
    const again = solvedAtOnce('again-1', 'Sweden');
    await data.publish(again);
    await data.seen(ticketPath('again-1'), 3);
    const before = await data.rows('support-tickets');
    const closed = ticketFact('TicketClosed', { ticketId: 'again-1', label: 'Closed' });
    // One key keeps its order: once the fourth fact is seen, all that came a second time has passed.
    await data.publish([
      ...again,
      ...again,
      ...rowsOf(history(closed, closed, closed, closed)).slice(-1),
    ]);
    await data.seen(ticketPath('again-1'), 4);
    const after = await data.rows('support-tickets');
    expect(after).toEqual(
      before.map((row) =>
        String(row._id) === 'again-1'
          ? { ...row, status: 'closed', label: 'Closed', version: 4 }
          : row,
      ),
    );
  });

  it('takes in what waited behind a gap once the gap is filled', async () => {
    const facts = solvedAtOnce('gap-1', 'Sweden');
    await data.publish(facts.toSpliced(1, 1));
    await data.seen(ticketPath('gap-1'), 1);
    await eventually(data.parked, (rows) => rows.some(({ reason }) => reason === 'gap'));
    await data.publish(facts.slice(1, 2));
    await data.seen(ticketPath('gap-1'), 3);
    const row = (await data.rows('support-tickets')).find(({ _id }) => String(_id) === 'gap-1');
    expect(row).toMatchObject({ responseSeconds: 60, resolutionSeconds: 600, label: 'In Call' });
  });

  it('sets a fact aside that it cannot read, with what follows it, while other tickets go on', async () => {
    const poisoned = solvedAtOnce('poison-1', 'Sweden').map((row) =>
      row.version === 2 ? { ...row, body: '{"ticketId":"poison-1"}' } : row,
    );
    await data.publish([...poisoned, ...solvedAtOnce('beside-1', 'Sweden')]);
    await data.seen(ticketPath('beside-1'), 3);
    await data.seen(ticketPath('poison-1'), 1);
    const parked = await eventually(data.parked, (rows) => rows.length === 2);
    const told = parked.map(({ reason, version }) => ({ reason, version }));
    expect(told.sort((one, other) => one.version - other.version)).toEqual([
      { reason: 'malformed-event', version: 2 },
      { reason: 'behind-parked', version: 3 },
    ]);
  });
});
