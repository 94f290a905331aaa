import type { SupportReport } from '@steward/contracts';
import { groupsText } from './support-groups-text.ts';
import { habitsText } from './support-habits-text.ts';
import { type Column, type Figure, figuresText, noted, tableText, together } from './table.ts';
import { countWords, durationWords, shareOf } from './words.ts';

type Report = ReturnType<typeof SupportReport.parse>;
type Times = Report['response'];

const figures = (report: Report): Figure[] => {
  const { tickets, definitions } = report;
  const counted = (name: string, figure: keyof Report, count: number): Figure => ({
    name,
    words: countWords(count),
    share: shareOf(count, tickets),
    ...noted(definitions[figure]),
  });
  const alone = (name: string, figure: keyof Report, count: number): Figure => ({
    name,
    words: countWords(count),
    ...noted(definitions[figure]),
  });
  return [
    counted('tickets', 'tickets', tickets),
    counted('open', 'open', report.open),
    counted('never left first line', 'neverLeftFirstLine', report.neverLeftFirstLine),
    counted('reached third line', 'reachedThirdLine', report.reachedThirdLine),
    counted('line unclear', 'unclearLine', report.unclearLine),
    alone('reopenings', 'reopenings', report.reopenings),
    alone('hand-overs', 'handOvers', report.handOvers),
  ];
};

type NamedTimes = Times & { readonly name: string };

const timesColumns: readonly Column<NamedTimes>[] = [
  { name: 'time', of: ({ name }) => name, isWords: true },
  {
    name: 'tickets',
    of: ({ count }) => countWords(count),
    means: 'those that have such a time',
  },
  { name: 'mean', of: ({ meanSeconds }) => durationWords(meanSeconds) },
  { name: 'median', of: ({ medianSeconds }) => durationWords(medianSeconds) },
  {
    name: 'p90',
    of: ({ p90Seconds }) => durationWords(p90Seconds),
    means: 'what 90 of 100 do not exceed',
  },
];

/** A table of times by name, with what each of them means below it. */
export const timesText = (
  title: string,
  rows: readonly NamedTimes[],
  meansOf: (name: string) => string | undefined,
): string => {
  const footnotes = rows.flatMap(({ name }) => {
    const means = meansOf(name);
    return means === undefined ? [] : [`  ${name}: ${means}`];
  });
  return [tableText(title, timesColumns, rows), ...footnotes].join('\n');
};

const heldText = ({ heldSeconds, definitions }: Report): string =>
  tableText(
    'Time by line',
    [
      { name: 'line', of: ([line]) => line, isWords: true },
      {
        name: 'held',
        of: ([, seconds]) => durationWords(seconds),
        ...noted(definitions.heldSeconds),
      },
    ],
    Object.entries(heldSeconds),
  );

const statesText = ({ finalStates, tickets, definitions }: Report): string =>
  tableText(
    'Last states',
    [
      { name: 'state', of: ([state]) => state, isWords: true, ...noted(definitions.finalStates) },
      { name: 'tickets', of: ([, count]) => countWords(count) },
      { name: 'share', of: ([, count]) => shareOf(count, tickets) },
    ],
    Object.entries(finalStates),
  );

export interface Breakdown {
  readonly groupBy?: string | undefined;
  /** How many rows the lists of leaders have. */
  readonly top?: number | undefined;
}

/** The report on support as tables. What a figure means is what the report itself says. */
export const supportText = (report: Report, { groupBy, top }: Breakdown = {}): string => {
  const { response, resolution, groups, definitions } = report;
  const times = [
    { name: 'response', ...response },
    { name: 'resolution', ...resolution },
  ];
  return together(
    figuresText('Support', figures(report)),
    timesText('Times', times, (name) => definitions[name]),
    statesText(report),
    heldText(report),
    habitsText(report, top),
    groups !== undefined && groupBy !== undefined && groupsText(report, groupBy),
  );
};
