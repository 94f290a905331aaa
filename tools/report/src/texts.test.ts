import { pipelineText } from './pipeline-text.ts';
import { satisfactionText } from './satisfaction-text.ts';
import { supportText } from './support-text.ts';

const times = { count: 3, meanSeconds: 60, medianSeconds: 274_000, p90Seconds: 754 };
const counts = { tickets: 4, open: 1, reopenings: 0, handOvers: 3 };
const support = {
  ...counts,
  neverLeftFirstLine: 1,
  reachedThirdLine: 2,
  unclearLine: 0,
  finalStates: { Closed: 3, 'In Progress': 1 },
  heldSeconds: { first: 3_600 },
  response: times,
  resolution: { count: 0 },
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
  ])('says of %p %j', (name, cells) => {
    expect(rowOf(supportText(support), name)).toEqual([name, ...cells]);
  });

  it('breaks down by what was asked for, and says what its columns mean', () => {
    const groups = [{ key: 'Sweden', ...counts, response: times, resolution: times }];
    const text = supportText({ ...support, groups }, 'country');
    expect(text).toContain('By country');
    const time = ['3 d 4 h', '12 min 34 s'];
    expect(rowOf(text, 'Sweden')).toEqual(['Sweden', '4', '1', '0', '3', ...time, ...time]);
    expect(footnotesOf(text)).toContain('open: neither resolved, closed nor cancelled');
  });

  it('warns that lines and teams share tickets', () => {
    const text = supportText({ ...support, groups: [] }, 'team');
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
