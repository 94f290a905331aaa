import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { AimsReport, SupportReport } from '@steward/contracts';
import { eventually } from '@steward/testing';
import { history, rowsOf } from './fixtures/history.ts';
import { runDataService } from './fixtures/running-data-service.ts';
import { ticketFact } from './fixtures/ticket-fact.ts';
import { cameBack, open, solvedAtOnce, wandered, won } from './fixtures/told-rows.ts';

const ticketPath = (ticketId: string) => `/v1/reports/support/tickets/${ticketId}`;
const opportunityPath = (id: string) => `/v1/reports/pipeline/opportunities/${id}`;

/** The times of one ticket alone. */
const single = (seconds: number) => ({
  count: 1,
  meanSeconds: seconds,
  medianSeconds: seconds,
  p90Seconds: seconds,
});
const noWaits = { tickets: 0, share: 0, waits: 0, seconds: 0 };

describe('data-service', () => {
  let data: Awaited<ReturnType<typeof runDataService>>;

  beforeAll(async () => {
    data = await runDataService();
    await data.publish([
      ...solvedAtOnce('quick-1', 'Sweden'),
      ...solvedAtOnce('quick-2', 'Poland'),
      ...wandered('long-1'),
      ...cameBack('pong-1'),
      ...won('won-1', { needId: 'n-1', heardBy: ['ada'] }),
      ...won('won-2'),
      ...open('open-1'),
    ]);
    await Promise.all([
      data.seen(ticketPath('quick-1'), 3),
      data.seen(ticketPath('quick-2'), 3),
      data.seen(ticketPath('long-1'), 9),
      data.seen(ticketPath('pong-1'), 6),
      data.seen(opportunityPath('won-1'), 4),
      data.seen(opportunityPath('won-2'), 4),
      data.seen(opportunityPath('open-1'), 2),
    ]);
  });

  afterAll(() => data?.stop());

  it('answers the report on support', async () => {
    const { status, body } = await data.get('/v1/reports/support');
    expect(status).toBe(200);
    const { definitions: _, ...figures } = SupportReport.parse(body);
    expect(figures).toEqual({
      tickets: 4,
      open: 0,
      reopenings: 1,
      handOvers: 4,
      neverLeftFirstLine: 2,
      reachedThirdLine: 1,
      unclearLine: 0,
      finalStates: { 'In Call': 2, Closed: 1, Resolved: 1 },
      heldSeconds: { first: 7_200, second: 4_800, third: 7_200 },
      response: { count: 4, meanSeconds: 1_275, medianSeconds: 630, p90Seconds: 3_006 },
      resolution: { count: 4, meanSeconds: 5_700, medianSeconds: 2_100, p90Seconds: 13_680 },
      resolutionWithReturns: single(3_600),
      resolutionWithoutReturns: {
        count: 3,
        meanSeconds: 6_400,
        medianSeconds: 600,
        p90Seconds: 14_520,
      },
      pushToFront: {
        solved: 4,
        furthest: { first: 2, second: 1, third: 1, unclear: 0 },
        share: 0.5,
      },
      pingPong: { tickets: 1, share: 0.25, returns: 1, lineTickets: 1, lineReturns: 1 },
      waits: {
        user: { tickets: 1, share: 0.25, waits: 1, seconds: 900 },
        customer: noWaits,
        vendor: noWaits,
        implementation: noWaits,
        unspecified: noWaits,
      },
      returnsBetween: [{ teams: ['G97', 'V5'], tickets: 1, returns: 1 }],
      waitsOnUser: {
        teams: [{ key: 'G97', tickets: 1, waits: 1, seconds: 900 }],
        persons: [{ key: 'ada', tickets: 1, waits: 1, seconds: 900 }],
      },
    });
  });

  it('says beside every figure what it means, in the words of the README', async () => {
    const readme = readFileSync(resolve(import.meta.dirname, '../README.md'), 'utf8');
    for (const report of ['support', 'aims']) {
      const { definitions = {} } = (await data.get(`/v1/reports/${report}`)).body;
      expect(Object.keys(definitions).length).toBeGreaterThan(0);
      for (const [figure, means] of Object.entries(definitions))
        expect(readme).toContain(`- \`${figure}\`: ${means}\n`);
    }
  });

  it.each([
    { groupBy: 'line', keys: ['first 4', 'second 2', 'third 1'] },
    { groupBy: 'team', keys: ['G97 4', 'V5 2', 'T1 1'] },
    { groupBy: 'product', keys: ['(none) 2', 'PROD424 2'] },
    { groupBy: 'country', keys: ['(none) 2', 'Poland 1', 'Sweden 1'] },
    { groupBy: 'organisation', keys: ['(none) 4'] },
    { groupBy: 'division', keys: ['(none) 3', 'E_5 1'] },
    { groupBy: 'priority', keys: ['medium 3', 'high 1'] },
    { groupBy: 'tier', keys: ['3 4'] },
    { groupBy: 'team&top=1', keys: ['G97 4'] },
  ])('breaks support down by $groupBy', async ({ groupBy, keys }) => {
    const { body } = await data.get(`/v1/reports/support?groupBy=${groupBy}`);
    expect(body.groups?.map(({ key, tickets }) => `${key} ${tickets}`)).toEqual(keys);
  });

  it('gives each group figures of its own', async () => {
    const { body } = await data.get('/v1/reports/support?groupBy=line');
    expect(body.groups?.slice(1)).toMatchObject([
      {
        key: 'second',
        pushToFront: { solved: 2, furthest: { second: 1, third: 1 }, share: 0 },
        pingPong: { tickets: 1, share: 0.5, returns: 1 },
        resolutionWithReturns: single(3_600),
        resolutionWithoutReturns: single(18_000),
        waits: { user: { tickets: 1, share: 0.5, waits: 1, seconds: 900 } },
      },
      {
        key: 'third',
        tickets: 1,
        open: 0,
        reopenings: 1,
        handOvers: 2,
        response: single(3_780),
        resolution: single(18_000),
        pingPong: { tickets: 0, share: 0, returns: 0 },
        waits: { user: { tickets: 0, waits: 0, seconds: 0 } },
      },
    ]);
  });

  it('R106: reports cost, efficiency and satisfaction, and the sales that service started', async () => {
    const { status, body } = await data.get('/v1/reports/aims');
    expect(status).toBe(200);
    const { definitions: _, ...figures } = AimsReport.parse(body);
    expect(figures).toEqual({
      tickets: 4,
      cost: {
        solved: 4,
        heldSeconds: 19_200,
        perSolvedSeconds: 4_800,
        lines: {
          first: { heldSeconds: 7_200, share: 0.375, perSolvedSeconds: 1_800 },
          second: { heldSeconds: 4_800, share: 0.25, perSolvedSeconds: 1_200 },
          third: { heldSeconds: 7_200, share: 0.375, perSolvedSeconds: 1_800 },
          unclear: { heldSeconds: 0, share: 0, perSolvedSeconds: 0 },
        },
      },
      efficiency: {
        response: { count: 4, meanSeconds: 1_275, medianSeconds: 630, p90Seconds: 3_006 },
        resolution: { count: 4, meanSeconds: 5_700, medianSeconds: 2_100, p90Seconds: 13_680 },
        pushToFront: {
          solved: 4,
          furthest: { first: 2, second: 1, third: 1, unclear: 0 },
          share: 0.5,
        },
      },
      satisfaction: { ratings: 1, csat: 1, mean: 4 },
      sales: {
        opportunities: 1,
        open: 0,
        won: 1,
        lost: 0,
        wonValue: [{ currency: 'USD', amountMinor: 5_000_000_000 }],
      },
    });
  });

  it.each([
    { period: 'from=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z', tickets: 4, opportunities: 1 },
    { period: 'from=2026-03-03T00:00:00Z', tickets: 0, opportunities: 0 },
    { period: 'to=2026-03-02T10:00:00%2B01:00', tickets: 0, opportunities: 0 },
  ])('R106: reports the aims of $period alone', async ({ period, tickets, opportunities }) => {
    const { body } = await data.get(`/v1/reports/aims?${period}`);
    expect(body).toMatchObject({ tickets, cost: { solved: tickets }, sales: { opportunities } });
  });

  it('answers the report on the pipeline, exact beyond 32 bits', async () => {
    expect((await data.get('/v1/reports/pipeline')).body).toEqual({
      won: { count: 2, valueMinor: 10_000_000_000, currency: 'USD' },
      lost: { count: 0 },
      open: { count: 1, valueMinor: 0 },
      stages: [{ stage: 'introduced', count: 1, valueMinor: 0 }],
      winRate: 1,
      currencies: [{ currency: 'USD', amountMinor: 10_000_000_000 }],
      fromService: {
        discovered: 1,
        open: 0,
        won: 1,
        lost: 0,
        wonMinor: 5_000_000_000,
        currency: 'USD',
        shareOfWonValue: 0.5,
        byPerson: [{ personId: 'ada', discovered: 1, won: 1, wonMinor: 5_000_000_000 }],
      },
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
    { why: 'a period has no such day', path: '/v1/reports/aims?from=tomorrow', status: 400 },
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
