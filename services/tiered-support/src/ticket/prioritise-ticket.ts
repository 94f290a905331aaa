import type { Priority, TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { type OnTicket, requireOpen } from './require-ticket.ts';
import { refuse, type Ticket } from './ticket.ts';

export interface PrioritiseTicket extends OnTicket {
  readonly priority: Priority;
}

export const prioritiseTicket = (ticket: Ticket, command: PrioritiseTicket): TicketEvent[] => {
  const { ticketId, priority, at } = command;
  const open = requireOpen(ticket, command);
  if (open.priority === priority)
    throw refuse('ticket-priority-unchanged', `Ticket ${ticketId} is ${priority} already`);
  return [{ type: 'TicketPrioritised', data: { ...factOf(open, open.label, at), priority } }];
};
