import { aimsText } from './aims-text.ts';
import { needsText } from './needs-text.ts';
import { pipelineText } from './pipeline-text.ts';
import { satisfactionText } from './satisfaction-text.ts';
import { supportText } from './support-text.ts';

const times = { count: 3, meanSeconds: 60, medianSeconds: 274_000, p90Seconds: 754 };
const wait = { tickets: 2, share: 0.5, waits: 6, seconds: 754 };
const noWaits = { tickets: 0, share: 0, waits: 0, seconds: 0 };
const pushToFront = {
  solved: 3,
  furthest: { first: 2, second: 1, third: 0, unclear: 0 },
  share: 2 / 3,
};
const counts = {
  ...{ tickets: 4, open: 1, reopenings: 0, handOvers: 3 },
  pushToFront,
  pingPong: { tickets: 1, share: 0.25, returns: 5, lineTickets: 2, lineReturns: 7 },
  waits: {
    user: wait,
    customer: noWaits,
    vendor: noWaits,
    implementation: noWaits,
    unspecified: noWaits,
  },
  resolutionWithReturns: times,
  resolutionWithoutReturns: { count: 0 },
};
const waiter = (key: string) => ({ key, tickets: 2, waits: 6, seconds: 60 });
const support = {
  ...counts,
  neverLeftFirstLine: 1,
  reachedThirdLine: 2,
  unclearLine: 0,
  finalStates: { Closed: 3, 'In Progress': 1 },
  heldSeconds: { first: 3_600 },
  response: times,
  resolution: { count: 0 },
  returnsBetween: [{ teams: ['D4', 'D5'], tickets: 58, returns: 142 }],
  waitsOnUser: { teams: [waiter('G97'), waiter('G96')], persons: [waiter('ada')] },
  definitions: {
    open: 'not over yet',
    response: 'to the first work',
    'pingPong.returns': 'back where it was',
    'waits.waits': 'how often',
  },
};

/** The cells of the row that begins with a name. */
const rowOf = (text: string, name: string): string[] | undefined =>
  text
    .split('\n')
    .map((line) => line.split('│').slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()))
    .find(([first]) => first === name);

const footnotesOf = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.startsWith('  ') ? [line.trim()] : []));

describe('the report on support', () => {
  it.each([
    ['tickets', ['4', '100.0%']],
    ['never left first line', ['1', '25.0%']],
    ['reached third line', ['2', '50.0%']],
    ['hand-overs', ['3', '']],
    ['response', ['3', '1 min', '3 d 4 h', '12 min 34 s']],
    ['resolution', ['0', '–', '–', '–']],
    ['Closed', ['3', '75.0%']],
    ['first', ['1 h']],
    ['solved', ['3', '100.0%']],
    ['first line alone', ['2', '66.7%']],
    ['came back to a team', ['1', '25.0%']],
    ['returns to a team', ['5', '']],
    ['came back to a line', ['2', '50.0%']],
    ['returns to a line', ['7', '']],
    ['mean resolution with returns', ['1 min', '']],
    ['mean resolution without', ['–', '']],
    ['D4 ↔ D5', ['58', '142']],
    ['user', ['2', '50.0%', '6', '12 min 34 s']],
    ['vendor', ['0', '0.0%', '0', '0 s']],
    ['G97', ['2', '6', '1 min']],
    ['ada', ['2', '6', '1 min']],
  ])('says of %p %j', (name, cells) => {
    expect(rowOf(supportText(support), name)).toEqual([name, ...cells]);
  });

  it('breaks down by what was asked for, and says what its columns mean', () => {
    const groups = [{ key: 'Sweden', ...counts, response: times, resolution: times }];
    const text = supportText({ ...support, groups }, { groupBy: 'country' });
    const time = ['3 d 4 h', '12 min 34 s'];
    const [, ...tables] = text.split(/^(?:By|Push to front by|Ping-pong by|Waits by) country$/m);
    expect(tables.map((table) => rowOf(table, 'Sweden'))).toEqual([
      ['Sweden', '4', '1', '0', '3', ...time, ...time],
      ['Sweden', '3', '2', '66.7%', '33.3%', '0.0%', '0.0%'],
      ['Sweden', '1', '25.0%', '5', '7', '1 min', '–'],
      ['Sweden', '2', '50.0%', '6', '12 min 34 s', '0.0%', '0.0%', '0.0%', '0.0%'],
    ]);
    expect(footnotesOf(text)).toContain('response: the median to the first work');
  });

  it('says of each figure what the report says that it means', () => {
    expect(footnotesOf(supportText(support))).toEqual(
      expect.arrayContaining([
        'open: not over yet',
        'response: to the first work',
        'returns to a team: back where it was',
        'waits: how often',
      ]),
    );
  });

  it('lists as many of those who lead as it is asked for', () => {
    expect(rowOf(supportText(support, { top: 2 }), 'G96')).toBeDefined();
    expect(rowOf(supportText(support, { top: 1 }), 'G96')).toBeUndefined();
  });

  it('warns that lines and teams share tickets', () => {
    const text = supportText({ ...support, groups: [] }, { groupBy: 'team' });
    expect(footnotesOf(text)).toContain('team: a ticket counts under each team that ever held it');
  });

  it('lets no name speak to the terminal', () => {
    const text = supportText({ ...support, finalStates: { '\u001b[2JClosed\n': 1 } });
    expect(text).not.toContain('\u001b');
    expect(text).toContain('\u{FFFD}[2JClosed\u{FFFD}');
  });
});

describe('the report on the pipeline', () => {
  const usd = { currency: 'USD', amountMinor: 1_000_553_400 };
  const pipeline = {
    won: { count: 3, valueMinor: 1_000_553_400, currency: 'USD' },
    lost: { count: 1 },
    open: { count: 2, valueMinor: 0 },
    stages: [{ stage: 'prospecting', count: 2, valueMinor: 0 }],
    winRate: 0.75,
    currencies: [usd],
  };

  it.each([
    ['won', ['3', 'USD 10,005,534.00']],
    ['lost', ['1', '–']],
    ['open', ['2', '–']],
    ['prospecting', ['2', '–']],
  ])('says of %p %j', (name, cells) => {
    expect(rowOf(pipelineText(pipeline), name)).toEqual([name, ...cells]);
  });

  it('says the win rate', () => {
    expect(pipelineText(pipeline)).toContain('Win rate: 75.0%');
  });

  it('lists the currencies where there is more than one', () => {
    expect(pipelineText(pipeline)).not.toContain('Won by currency');
    const currencies = [usd, { currency: 'JPY', amountMinor: 1_200 }];
    expect(rowOf(pipelineText({ ...pipeline, currencies }), 'JPY')).toEqual(['JPY', 'JPY 1,200']);
  });
});

describe('what service started, in the report on the pipeline', () => {
  const fromService = {
    discovered: 5,
    won: 2,
    lost: 1,
    open: 2,
    wonMinor: 50_000,
    currency: 'USD',
    shareOfWonValue: 0.25,
    byPerson: [{ personId: 'bob', discovered: 3, won: 2, wonMinor: 50_000 }],
  };
  const none = { count: 0, valueMinor: 0 };
  const pipeline = { won: none, lost: none, open: none, stages: [], currencies: [] };

  it.each([
    ['discovered', ['5']],
    ['value', ['USD 500.00']],
    ['share', ['25.0%']],
    ['bob', ['3', '2', 'USD 500.00']],
  ])('R106: says of %p %j', (name, cells) => {
    expect(rowOf(pipelineText({ ...pipeline, fromService }), name)).toEqual([name, ...cells]);
  });

  it('is left out where nothing came from a need', () => {
    expect(pipelineText(pipeline)).not.toContain('From service');
  });
});

describe('the report on needs', () => {
  const counts = { found: 9, open: 4, accepted: 3, rejected: 2, won: 1, offered: 2, lost: 1 };
  const eur = { amountMinor: 9_900, currency: 'EUR' };
  const item = {
    offeringId: 'portal',
    name: 'Portal',
    status: 'published' as const,
    subscriptions: 3,
    accounts: 2,
    recurring: [
      { ...eur, per: 'month' as const },
      { ...eur, per: 'year' as const },
    ],
    orders: 2,
    soldAlone: [eur],
  };
  const report = {
    needs: { ...counts, medianOpenSeconds: 274_000, wonValues: [eur] },
    kinds: [{ kind: 'training' as const, ...counts }],
    offerings: { published: 1, retired: 0, items: [item] },
  };

  it.each([
    ['found', ['9']],
    ['median age of open', ['3 d 4 h']],
    ['won for', ['EUR 99.00']],
    ['training', ['9', '4', '3', '2', '1', '2', '1']],
    ['published', ['1']],
    ['Portal', ['published', '2', '3', 'EUR 99.00 a month, EUR 99.00 a year', '2', 'EUR 99.00']],
  ])('R119: says of %p %j', (name, cells) => {
    expect(rowOf(needsText(report), name)).toEqual([name, ...cells]);
  });

  it('says what its figures mean, and what no fact tells', () => {
    const notes = footnotesOf(needsText(report));
    expect(notes).toContain('open: neither accepted nor rejected');
    expect(notes.join()).toContain('nothing tells yet that one has ended');
  });
});

describe('the report on satisfaction', () => {
  const scores = { 1: 0, 2: 0, 3: 1, 4: 1, 5: 2 };

  it.each([
    ['ratings', ['4']],
    ['CSAT', ['75.0%']],
    ['mean', ['4.25']],
    ['5', ['2', '50.0%']],
  ])('says of %p %j', (name, cells) => {
    const text = satisfactionText({ ratings: 4, csat: 0.75, mean: 4.25, scores });
    expect(rowOf(text, name)).toEqual([name, ...cells]);
  });

  it('says nothing of what nobody rated', () => {
    const text = satisfactionText({ ratings: 0, scores: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 } });
    expect(rowOf(text, 'CSAT')).toEqual(['CSAT', '–']);
  });
});

describe('the report on the aims of service', () => {
  const line = { heldSeconds: 3_600, share: 0.25, perSolvedSeconds: 60 };
  const aims = {
    tickets: 4,
    cost: {
      solved: 3,
      heldSeconds: 14_400,
      perSolvedSeconds: 240,
      lines: { first: line, second: line, third: line, unclear: line },
    },
    efficiency: { response: times, resolution: { count: 0 }, pushToFront },
    satisfaction: { ratings: 4, csat: 0.75, mean: 4.25 },
    sales: {
      ...{ opportunities: 2, open: 1, won: 1, lost: 0 },
      wonValue: [{ currency: 'USD', amountMinor: 1_000 }],
    },
    definitions: { 'cost.heldSeconds': 'in their hands', 'sales.won': 'won of them' },
  };

  it.each([
    ['tickets', ['4']],
    ['second', ['1 h', '25.0%', '1 min']],
    ['all', ['4 h', '100.0%', '4 min']],
    ['response', ['3', '1 min', '3 d 4 h', '12 min 34 s']],
    ['first line alone', ['2', '66.7%']],
    ['CSAT', ['75.0%']],
    ['opportunities', ['2', '100.0%']],
    ['won', ['1', '50.0%']],
    ['won value', ['USD 10.00', '']],
  ])('R106: says of %p %j', (name, cells) => {
    expect(rowOf(aimsText(aims), name)).toEqual([name, ...cells]);
  });

  it('says of each figure what the report says that it means', () => {
    expect(footnotesOf(aimsText(aims))).toEqual(
      expect.arrayContaining(['held: in their hands', 'won: won of them']),
    );
  });

  it('says nothing of what service has not started', () => {
    const sales = { opportunities: 0, open: 0, won: 0, lost: 0, wonValue: [] };
    expect(rowOf(aimsText({ ...aims, sales }), 'won value')).toEqual(['won value', '–', '']);
  });
});
