import type { SupportReport } from '@steward/contracts';
import { type Column, type Figure, figuresText, tableText, together } from './table.ts';
import { countWords, durationWords, shareOf } from './words.ts';

type Report = ReturnType<typeof SupportReport.parse>;
type Group = NonNullable<Report['groups']>[number];
type Times = Report['response'];

const openMeans = 'neither resolved, closed nor cancelled';
const responseMeans =
  'from raised to the first work; solved without a word on when work began, to the resolution';
const resolutionMeans = 'from raised to the last time it was resolved, waiting included';

const figures = (report: Report): Figure[] => {
  const counted = (name: string, count: number, means: string): Figure => ({
    name,
    words: countWords(count),
    share: shareOf(count, report.tickets),
    means,
  });
  return [
    counted('tickets', report.tickets, 'all that were ever raised'),
    counted('open', report.open, openMeans),
    counted(
      'never left first line',
      report.neverLeftFirstLine,
      'every line that ever held them was the first',
    ),
    counted('reached third line', report.reachedThirdLine, 'the third line held them at some time'),
    counted(
      'line unclear',
      report.unclearLine,
      'once on a line that the log does not tell, and never surely on the third',
    ),
    { name: 'reopenings', words: countWords(report.reopenings) },
    {
      name: 'hand-overs',
      words: countWords(report.handOvers),
      means: 'to another line, or to another team of the same line',
    },
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

const timesText = ({ response, resolution }: Report): string => {
  const rows = [
    { name: 'response', ...response },
    { name: 'resolution', ...resolution },
  ];
  const footnotes = [`  response: ${responseMeans}`, `  resolution: ${resolutionMeans}`];
  return [tableText('Times', timesColumns, rows), ...footnotes].join('\n');
};

const heldColumns: readonly Column<readonly [string, number]>[] = [
  { name: 'line', of: ([line]) => line, isWords: true },
  {
    name: 'held',
    of: ([, seconds]) => durationWords(seconds),
    means: 'how long the line held tickets until it handed over, resolved or cancelled them',
  },
];

const statesText = ({ finalStates, tickets }: Report): string =>
  tableText(
    'Last states',
    [
      {
        name: 'state',
        of: ([state]) => state,
        isWords: true,
        means: 'in the words of the log that it came from',
      },
      { name: 'tickets', of: ([, count]) => countWords(count) },
      { name: 'share', of: ([, count]) => shareOf(count, tickets) },
    ],
    Object.entries(finalStates),
  );

const timesOfGroup = (name: 'response' | 'resolution', means: string): Column<Group>[] => [
  { name, of: (group) => durationWords(group[name].medianSeconds), means: `the median ${means}` },
  {
    name: `${name} p90`,
    of: (group) => durationWords(group[name].p90Seconds),
    means: 'what 90 of 100 do not exceed',
  },
];

const countedUnder: Readonly<Record<string, string>> = {
  line: 'a ticket counts under each line that ever held it',
  team: 'a ticket counts under each team that ever held it',
};

const noted = (means: string | undefined) => (means === undefined ? {} : { means });

const groupColumns = (groupBy: string): readonly Column<Group>[] => [
  { name: groupBy, of: ({ key }) => key, isWords: true, ...noted(countedUnder[groupBy]) },
  { name: 'tickets', of: ({ tickets }) => countWords(tickets) },
  { name: 'open', of: ({ open }) => countWords(open), means: openMeans },
  { name: 'reopenings', of: ({ reopenings }) => countWords(reopenings) },
  { name: 'hand-overs', of: ({ handOvers }) => countWords(handOvers) },
  ...timesOfGroup('response', responseMeans),
  ...timesOfGroup('resolution', resolutionMeans),
];

/** The report on support as tables. */
export const supportText = (report: Report, groupBy?: string): string =>
  together(
    figuresText('Support', figures(report)),
    timesText(report),
    statesText(report),
    tableText('Time by line', heldColumns, Object.entries(report.heldSeconds)),
    report.groups !== undefined &&
      groupBy !== undefined &&
      tableText(`By ${groupBy}`, groupColumns(groupBy), report.groups),
  );
