import type { TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { type OnTicket, requireOpen } from './require-ticket.ts';
import { heldUntil, type Ticket } from './ticket.ts';

export const cancelTicket = (ticket: Ticket, command: OnTicket): TicketEvent[] => {
  const open = requireOpen(ticket, command);
  const fact = factOf(open, 'cancelled', command.at);
  return [{ type: 'TicketCancelled', data: { ...fact, held: heldUntil(open, fact.at) } }];
};
