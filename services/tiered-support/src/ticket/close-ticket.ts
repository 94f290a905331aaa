import type { TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { type OnTicket, requireTicket } from './require-ticket.ts';
import { refuse, type Ticket } from './ticket.ts';

export const closeTicket = (ticket: Ticket, command: OnTicket): TicketEvent[] => {
  const raised = requireTicket(ticket, command);
  if (raised.status !== 'resolved')
    throw refuse('ticket-not-resolved', `Ticket ${command.ticketId} is ${raised.status}`);
  return [{ type: 'TicketClosed', data: factOf(raised, 'closed', command.at) }];
};
