import { type DataOf, type Desk, Priority, type TicketEvent } from '@steward/contracts';
import { isSameDesk } from './desk.ts';
import { factOf } from './fact.ts';
import { handOverTicket } from './hand-over-ticket.ts';
import { prioritiseTicket } from './prioritise-ticket.ts';
import { type OnTicket, requireOpen } from './require-ticket.ts';
import { isOpen, type OpenTicket, type Ticket, ticket as ticketAggregate } from './ticket.ts';

type Escalated = DataOf<TicketEvent, 'TicketEscalated'>;

export interface EscalateTicket extends OnTicket {
  readonly told: Pick<Escalated, 'escalationId' | 'kind' | 'to'> & {
    readonly recipientId?: string | undefined;
    readonly step?: number | undefined;
    readonly reason?: string | undefined;
  };
  readonly handOverTo?: Desk | undefined;
  readonly raisePriorityTo?: Priority | undefined;
}

const isHigher = (one: Priority, other: Priority): boolean =>
  Priority.options.indexOf(one) > Priority.options.indexOf(other);

type Follow = (ticket: OpenTicket, command: EscalateTicket) => TicketEvent[];

/** What comes with it. What is so already stays so, and what is more urgent than asked for, too. */
const follows: readonly Follow[] = [
  (ticket, { handOverTo, ticketId, at }) =>
    handOverTo && !isSameDesk(ticket.desk, handOverTo)
      ? handOverTicket(ticket, { ticketId, desk: handOverTo, at })
      : [],
  (ticket, { raisePriorityTo, ticketId, at }) =>
    raisePriorityTo && isHigher(raisePriorityTo, ticket.priority)
      ? prioritiseTicket(ticket, { ticketId, priority: raisePriorityTo, at })
      : [],
];

export const escalateTicket = (ticket: Ticket, command: EscalateTicket): TicketEvent[] => {
  const open = requireOpen(ticket, command);
  const fact = factOf(open, open.label, command.at);
  const data = { ...fact, ...command.told };
  const events: TicketEvent[] = [{ type: 'TicketEscalated', data }];
  for (const follow of follows) {
    const state = requireOpen(events.reduce(ticketAggregate.evolve, ticket), command);
    events.push(...follow(state, command));
  }
  return events;
};

/** A step of a ladder comes a moment later: by then the ticket may be further on, or settled. */
export const escalateByLadder = (ticket: Ticket, command: EscalateTicket): TicketEvent[] => {
  if (ticket.status === 'absent' || !isOpen(ticket)) return [];
  const changedAt = new Date(ticket.changedAt);
  return escalateTicket(ticket, {
    ...command,
    at: command.at < changedAt ? changedAt : command.at,
  });
};
