import type { SupportReport } from '@steward/contracts';
import { type Column, figuresText, noted, tableText, together } from './table.ts';
import { countWords, durationWords, shareOf, shareWords } from './words.ts';

type Report = ReturnType<typeof SupportReport.parse>;
type Pair = Report['returnsBetween'][number];
type Waiter = Report['waitsOnUser']['teams'][number];
type Waits = Report['waits']['user'];

/** A page has room for so many of those who do something most; whoever wants more asks for more. */
const leadersUsual = 10;

/** How far solved tickets had to go, whatever report tells of it. */
export const furthestText = (
  { solved, furthest }: Report['pushToFront'],
  means: { readonly solved?: string | undefined; readonly furthest?: string | undefined },
): string => {
  const counted = (name: string, count: number) => ({
    name,
    words: countWords(count),
    share: shareOf(count, solved),
  });
  return figuresText('Push to front', [
    { ...counted('solved', solved), ...noted(means.solved) },
    { ...counted('first line alone', furthest.first), ...noted(means.furthest) },
    counted('second line', furthest.second),
    counted('third line', furthest.third),
    counted('line unclear', furthest.unclear),
  ]);
};

const pingPongText = (report: Report): string => {
  const { pingPong, tickets, definitions, resolutionWithReturns, resolutionWithoutReturns } =
    report;
  return figuresText('Ping-pong', [
    {
      name: 'came back to a team',
      words: countWords(pingPong.tickets),
      share: shareOf(pingPong.tickets, tickets),
      ...noted(definitions['pingPong.tickets']),
    },
    {
      name: 'returns to a team',
      words: countWords(pingPong.returns),
      ...noted(definitions['pingPong.returns']),
    },
    {
      name: 'came back to a line',
      words: countWords(pingPong.lineTickets),
      share: shareOf(pingPong.lineTickets, tickets),
      ...noted(definitions['pingPong.lineTickets']),
    },
    {
      name: 'returns to a line',
      words: countWords(pingPong.lineReturns),
      ...noted(definitions['pingPong.lineReturns']),
    },
    {
      name: 'mean resolution with returns',
      words: durationWords(resolutionWithReturns.meanSeconds),
      ...noted(definitions.resolutionWithReturns),
    },
    {
      name: 'mean resolution without',
      words: durationWords(resolutionWithoutReturns.meanSeconds),
      ...noted(definitions.resolutionWithoutReturns),
    },
  ]);
};

const pairColumns = (means: string | undefined): readonly Column<Pair>[] => [
  { name: 'teams', of: ({ teams }) => teams.join(' ↔ '), isWords: true },
  { name: 'tickets', of: ({ tickets }) => countWords(tickets) },
  { name: 'returns', of: ({ returns }) => countWords(returns), ...noted(means) },
];

const waitsText = ({ waits, definitions }: Report): string => {
  const columns: readonly Column<readonly [string, Waits]>[] = [
    { name: 'waited for', of: ([waitingFor]) => waitingFor, isWords: true },
    {
      name: 'tickets',
      of: ([, { tickets }]) => countWords(tickets),
      ...noted(definitions['waits.tickets']),
    },
    { name: 'share', of: ([, { share }]) => shareWords(share) },
    {
      name: 'waits',
      of: ([, wait]) => countWords(wait.waits),
      ...noted(definitions['waits.waits']),
    },
    {
      name: 'time',
      of: ([, { seconds }]) => durationWords(seconds),
      ...noted(definitions['waits.seconds']),
    },
  ];
  return tableText('Waits', columns, Object.entries(waits));
};

const waiterColumns = (name: string, means?: string): readonly Column<Waiter>[] => [
  { name, of: ({ key }) => key, isWords: true },
  { name: 'tickets', of: ({ tickets }) => countWords(tickets) },
  { name: 'waits', of: ({ waits }) => countWords(waits), ...noted(means) },
  { name: 'time', of: ({ seconds }) => durationWords(seconds) },
];

/** What support makes a habit of: to solve in front, to send back, to wait for the user. */
export const habitsText = (report: Report, top = leadersUsual): string => {
  const { definitions, returnsBetween, waitsOnUser } = report;
  const means = definitions.waitsOnUser;
  return together(
    furthestText(report.pushToFront, {
      solved: definitions['pushToFront.solved'],
      furthest: definitions['pushToFront.furthest'],
    }),
    pingPongText(report),
    tableText(
      'Returns between teams',
      pairColumns(definitions.returnsBetween),
      returnsBetween.slice(0, top),
    ),
    waitsText(report),
    tableText(
      'Waits for the user, by team',
      waiterColumns('team', means),
      waitsOnUser.teams.slice(0, top),
    ),
    tableText(
      'Waits for the user, by person',
      waiterColumns('person'),
      waitsOnUser.persons.slice(0, top),
    ),
  );
};
