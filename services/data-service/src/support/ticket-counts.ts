import { Line, type TicketStatus, WaitingFor } from '@steward/contracts';

const ended: readonly TicketStatus[] = ['resolved', 'closed', 'cancelled'];

const ticketsWhere = (condition: unknown) => ({ $sum: { $cond: [condition, 1, 0] } });

// A line that a log does not tell may be the third, so it counts as further than the second.
const furthestLine = (['third', 'unclear', 'second'] as const).reduceRight<unknown>(
  (nearer, line) => ({ $cond: [{ $in: [line, '$lines'] }, line, nearer] }),
  'first',
);

const isSolved = { $gt: ['$resolvedAt', null] };

type Solved = `${Line}Solved`;
type Waited = `${WaitingFor}${'Tickets' | 'Waits' | 'Seconds'}`;

const solved = Object.fromEntries(
  Line.options.map((line) => [
    `${line}Solved`,
    ticketsWhere({ $and: [isSolved, { $eq: [furthestLine, line] }] }),
  ]),
) as Record<Solved, object>;

const waited = Object.fromEntries(
  WaitingFor.options.flatMap((waitingFor) => [
    [`${waitingFor}Tickets`, ticketsWhere({ $gt: [`$waits.${waitingFor}.waits`, 0] })],
    [`${waitingFor}Waits`, { $sum: `$waits.${waitingFor}.waits` }],
    [`${waitingFor}Seconds`, { $sum: `$waits.${waitingFor}.seconds` }],
  ]),
) as Record<Waited, object>;

/** Accumulators of a `$group` that counts the tickets of each group. */
export const counted = {
  tickets: { $sum: 1 },
  open: ticketsWhere({ $not: { $in: ['$status', ended] } }),
  reopenings: { $sum: '$reopenings' },
  handOvers: { $sum: '$handOvers' },
  returnTickets: ticketsWhere({ $gt: ['$returns', 0] }),
  returns: { $sum: '$returns' },
  lineReturnTickets: ticketsWhere({ $gt: ['$lineReturns', 0] }),
  lineReturns: { $sum: '$lineReturns' },
  ...solved,
  ...waited,
};

/** What is counted of tickets, whichever they are. */
export type TicketCounts = Readonly<Record<keyof typeof counted, number>>;

const names = Object.keys(counted) as (keyof TicketCounts)[];

/** The counts of several groups that share no ticket. */
export const summed = (groups: readonly TicketCounts[]): TicketCounts =>
  Object.fromEntries(
    names.map((name) => [name, groups.reduce((sum, group) => sum + group[name], 0)]),
  ) as TicketCounts;
