import type { Desk, TicketEvent } from '@steward/contracts';
import { isSameDesk } from './desk.ts';
import { factOf } from './fact.ts';
import { type OnTicket, requireOpen } from './require-ticket.ts';
import { heldUntil, refuse, type Ticket } from './ticket.ts';

export interface HandOverTicket extends OnTicket {
  readonly desk: Desk;
}

/** The time goes to the desk that held the ticket; at the next one it waits for somebody to take it up. */
export const handOverTicket = (ticket: Ticket, command: HandOverTicket): TicketEvent[] => {
  const { ticketId, desk, at } = command;
  const open = requireOpen(ticket, command);
  if (isSameDesk(open.desk, desk))
    throw refuse('ticket-desk-unchanged', `${desk.team} holds ticket ${ticketId} already`);
  const fact = factOf(open, 'queued', at);
  const held = heldUntil(open, fact.at);
  return [
    { type: 'TicketHandedOver', data: { ...fact, held, desk } },
    { type: 'TicketQueued', data: fact },
  ];
};
