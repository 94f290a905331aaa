import { Line, WaitingFor } from '@steward/contracts';
import { exactSeconds } from './durations.ts';
import type { TicketCounts } from './ticket-counts.ts';

/** A part of a whole; where the whole is nothing there is none. */
export const shareOf = (part: number, whole: number): { readonly share?: number } =>
  whole === 0 ? {} : { share: part / whole };

const by = <Name extends string, Of>(names: readonly Name[], of: (name: Name) => Of) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as Record<Name, Of>;

/** How far solved tickets had to go. */
const pushToFront = (counts: TicketCounts) => {
  const furthest = by(Line.options, (line) => counts[`${line}Solved`]);
  const solved = Object.values(furthest).reduce((sum, count) => sum + count, 0);
  return { solved, furthest, ...shareOf(furthest.first, solved) };
};

const pingPong = (counts: TicketCounts) => ({
  tickets: counts.returnTickets,
  ...shareOf(counts.returnTickets, counts.tickets),
  returns: counts.returns,
  lineTickets: counts.lineReturnTickets,
  lineReturns: counts.lineReturns,
});

const waits = (counts: TicketCounts) =>
  by(WaitingFor.options, (waitingFor) => {
    const tickets = counts[`${waitingFor}Tickets`];
    return {
      tickets,
      ...shareOf(tickets, counts.tickets),
      waits: counts[`${waitingFor}Waits`],
      seconds: exactSeconds(counts[`${waitingFor}Seconds`]),
    };
  });

/** The figures that are counted, of all tickets or of a group. */
export const countFigures = (counts: TicketCounts) => {
  const { tickets, open, reopenings, handOvers } = counts;
  return {
    ...{ tickets, open, reopenings, handOvers },
    pushToFront: pushToFront(counts),
    pingPong: pingPong(counts),
    waits: waits(counts),
  };
};
