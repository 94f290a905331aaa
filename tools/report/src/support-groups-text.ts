import type { SupportReport } from '@steward/contracts';
import { type Column, noted, tableText, together } from './table.ts';
import { countWords, durationWords, shareOf, shareWords } from './words.ts';

type Report = ReturnType<typeof SupportReport.parse>;
type Group = NonNullable<Report['groups']>[number];
type Definitions = Report['definitions'];

const countedUnder: Readonly<Record<string, string>> = {
  line: 'a ticket counts under each line that ever held it',
  team: 'a ticket counts under each team that ever held it',
};

const keyColumn = (groupBy: string): Column<Group> => ({
  name: groupBy,
  of: ({ key }) => key,
  isWords: true,
  ...noted(countedUnder[groupBy]),
});

const timesOfGroup = (
  name: 'response' | 'resolution',
  means: string | undefined,
): Column<Group>[] => [
  {
    name,
    of: (group) => durationWords(group[name].medianSeconds),
    ...noted(means && `the median ${means}`),
  },
  {
    name: `${name} p90`,
    of: (group) => durationWords(group[name].p90Seconds),
    means: 'what 90 of 100 do not exceed',
  },
];

const groupColumns = (groupBy: string, definitions: Definitions): readonly Column<Group>[] => [
  keyColumn(groupBy),
  { name: 'tickets', of: ({ tickets }) => countWords(tickets) },
  { name: 'open', of: ({ open }) => countWords(open), ...noted(definitions.open) },
  { name: 'reopenings', of: ({ reopenings }) => countWords(reopenings) },
  { name: 'hand-overs', of: ({ handOvers }) => countWords(handOvers) },
  ...timesOfGroup('response', definitions.response),
  ...timesOfGroup('resolution', definitions.resolution),
];

const pushToFrontColumns = (groupBy: string, definitions: Definitions): Column<Group>[] => [
  keyColumn(groupBy),
  {
    name: 'solved',
    of: ({ pushToFront }) => countWords(pushToFront.solved),
    ...noted(definitions['pushToFront.solved']),
  },
  {
    name: 'first alone',
    of: ({ pushToFront }) => countWords(pushToFront.furthest.first),
    ...noted(definitions['pushToFront.furthest']),
  },
  { name: 'share', of: ({ pushToFront }) => shareWords(pushToFront.share) },
  ...(['second', 'third', 'unclear'] as const).map((line) => ({
    name: line,
    of: ({ pushToFront: { furthest, solved } }: Group) => shareOf(furthest[line], solved),
  })),
];

const pingPongColumns = (groupBy: string, definitions: Definitions): Column<Group>[] => [
  keyColumn(groupBy),
  {
    name: 'came back',
    of: ({ pingPong }) => countWords(pingPong.tickets),
    ...noted(definitions['pingPong.tickets']),
  },
  { name: 'share', of: ({ pingPong }) => shareWords(pingPong.share) },
  {
    name: 'returns',
    of: ({ pingPong }) => countWords(pingPong.returns),
    ...noted(definitions['pingPong.returns']),
  },
  { name: 'to a line', of: ({ pingPong }) => countWords(pingPong.lineReturns) },
  {
    name: 'mean resolution with',
    of: ({ resolutionWithReturns }) => durationWords(resolutionWithReturns.meanSeconds),
    ...noted(definitions.resolutionWithReturns),
  },
  {
    name: 'without',
    of: ({ resolutionWithoutReturns }) => durationWords(resolutionWithoutReturns.meanSeconds),
    ...noted(definitions.resolutionWithoutReturns),
  },
];

const others = ['customer', 'vendor', 'implementation', 'unspecified'] as const;

const waitColumns = (groupBy: string, definitions: Definitions): Column<Group>[] => [
  keyColumn(groupBy),
  {
    name: 'for the user',
    of: ({ waits }) => countWords(waits.user.tickets),
    ...noted(definitions['waits.tickets']),
  },
  { name: 'share', of: ({ waits }) => shareWords(waits.user.share) },
  {
    name: 'waits',
    of: ({ waits }) => countWords(waits.user.waits),
    ...noted(definitions['waits.waits']),
  },
  {
    name: 'time',
    of: ({ waits }) => durationWords(waits.user.seconds),
    ...noted(definitions['waits.seconds']),
  },
  ...others.map((waitingFor) => ({
    name: waitingFor,
    of: ({ waits }: Group) => shareWords(waits[waitingFor].share),
  })),
];

const tables = [
  { title: 'By', columns: groupColumns },
  { title: 'Push to front by', columns: pushToFrontColumns },
  { title: 'Ping-pong by', columns: pingPongColumns },
  { title: 'Waits by', columns: waitColumns },
];

/** The report on support broken down: the same tables for every group, so that they can be compared. */
export const groupsText = ({ groups = [], definitions }: Report, groupBy: string): string =>
  together(
    ...tables.map(({ title, columns }) =>
      tableText(`${title} ${groupBy}`, columns(groupBy, definitions), groups),
    ),
  );
