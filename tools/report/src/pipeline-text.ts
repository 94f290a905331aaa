import type { PipelineReport } from '@steward/contracts';
import { type Column, tableText, together } from './table.ts';
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
  );
