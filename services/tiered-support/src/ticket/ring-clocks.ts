import type { TicketEvent } from '@steward/contracts';
import type { Decision } from '@steward/domain';
import { factOf } from './fact.ts';
import { untold } from './promised.ts';
import { type Ticket, ticket as ticketAggregate } from './ticket.ts';

/** Tells of every promise that has come so far by a moment that somebody is warned, or that was broken by it. */
export const ringClocks = (ticket: Ticket, at: Date): TicketEvent[] => {
  if (ticket.status === 'absent' || !ticket.promised) return [];
  return untold(ticket.promised)
    .filter(({ atMs }) => atMs <= at.getTime())
    .map(({ atMs, dueMs, percent, ...about }) => {
      const fact = { ...factOf(ticket, ticket.label, new Date(atMs)), ...about };
      if (percent === undefined) return { type: 'TicketClockBreached', data: fact };
      const dueAt = dueMs === undefined ? {} : { dueAt: new Date(dueMs).toISOString() };
      return { type: 'TicketClockWarned', data: { ...fact, percent, ...dueAt } };
    });
};

/** What has fallen due by then comes first, so that facts stand in the order in which they became true. */
export const afterRinging =
  (decision: Decision<Ticket, TicketEvent>, at: Date): Decision<Ticket, TicketEvent> =>
  (ticket) => {
    const rung = ringClocks(ticket, at);
    return [...rung, ...decision(rung.reduce(ticketAggregate.evolve, ticket))];
  };
