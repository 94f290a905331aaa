import type { TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { type OnTicket, requireTicket } from './require-ticket.ts';
import { refuse, type Ticket } from './ticket.ts';

/** A reopened ticket waits at the desk that had it last: they know it. A cancelled one is raised anew. */
export const reopenTicket = (ticket: Ticket, command: OnTicket): TicketEvent[] => {
  const raised = requireTicket(ticket, command);
  if (raised.status !== 'resolved' && raised.status !== 'closed')
    throw refuse('ticket-not-resolved', `Ticket ${command.ticketId} is ${raised.status}`);
  const fact = factOf(raised, 'queued', command.at);
  return [
    { type: 'TicketReopened', data: fact },
    { type: 'TicketQueued', data: fact },
  ];
};
