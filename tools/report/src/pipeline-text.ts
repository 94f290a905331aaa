import type { PipelineReport } from '@steward/contracts';
import { type Column, figuresText, tableText, together } from './table.ts';
import { countWords, moneyWords, nothing, shareWords } from './words.ts';

type Report = ReturnType<typeof PipelineReport.parse>;
type Outcome = { readonly outcome: string; readonly count: number; readonly value: string };
type Stage = Report['stages'][number];
type Currency = Report['currencies'][number];

const valueMeans =
  'in the currency in which more of them are valued than in any other; other currencies are never added to it';

const outcomeColumns: readonly Column<Outcome>[] = [
  { name: 'outcome', of: ({ outcome }) => outcome, isWords: true },
  { name: 'opportunities', of: ({ count }) => countWords(count), means: 'in whatever currency' },
  { name: 'value', of: ({ value }) => value, means: valueMeans },
];

const outcomes = ({ won, lost, open }: Report): Outcome[] => [
  { outcome: 'won', count: won.count, value: moneyWords(won.valueMinor, won.currency) },
  { outcome: 'lost', count: lost.count, value: nothing },
  { outcome: 'open', count: open.count, value: moneyWords(open.valueMinor, open.currency) },
];

const stageColumns: readonly Column<Stage>[] = [
  { name: 'stage', of: ({ stage }) => stage, isWords: true },
  { name: 'opportunities', of: ({ count }) => countWords(count) },
  {
    name: 'estimate',
    of: ({ valueMinor, currency }) => moneyWords(valueMinor, currency),
    means: `of those that have one, ${valueMeans}`,
  },
];

type FromService = NonNullable<Report['fromService']>;

const fromServiceText = (fromService: FromService): string => {
  const { discovered, won, lost, open, wonMinor, currency, shareOfWonValue, byPerson } =
    fromService;
  const people: readonly Column<FromService['byPerson'][number]>[] = [
    {
      name: 'heard by',
      of: ({ personId }) => personId,
      isWords: true,
      means:
        'everybody who heard a need is credited with the whole of it, so that rows add up to more',
    },
    { name: 'discovered', of: (person) => countWords(person.discovered) },
    { name: 'won', of: (person) => countWords(person.won) },
    { name: 'value', of: (person) => moneyWords(person.wonMinor, currency) },
  ];
  return together(
    figuresText('From service', [
      { name: 'discovered', words: countWords(discovered), means: 'from needs that service heard' },
      { name: 'won', words: countWords(won) },
      { name: 'lost', words: countWords(lost) },
      { name: 'open', words: countWords(open) },
      {
        name: 'value',
        words: moneyWords(wonMinor, currency),
        means: 'of what was won of them, in the currency of all that was won',
      },
      {
        name: 'share',
        words: shareWords(shareOfWonValue),
        means: 'of the value of all that was won in this currency',
      },
    ]),
    tableText('Credited', people, byPerson),
  );
};

const currencyColumns: readonly Column<Currency>[] = [
  { name: 'currency', of: ({ currency }) => currency, isWords: true },
  { name: 'won', of: ({ amountMinor, currency }) => moneyWords(amountMinor, currency) },
];

/** The report on the pipeline as tables. */
export const pipelineText = (report: Report): string =>
  together(
    tableText('Pipeline', outcomeColumns, outcomes(report)),
    `Win rate: ${shareWords(report.winRate)} (won divided by won and lost)`,
    tableText('Open by stage', stageColumns, report.stages),
    report.currencies.length > 1 &&
      tableText('Won by currency', currencyColumns, report.currencies),
    report.fromService !== undefined && fromServiceText(report.fromService),
  );
