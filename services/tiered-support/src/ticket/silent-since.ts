import type { TicketEvent } from '@steward/contracts';
import type { RaisedTicket } from './ticket.ts';

/** Since when, once an event has made a ticket what it is, the customer has been without a word of staff. */
export const silentSince = (ticket: RaisedTicket, event: TicketEvent): string | undefined => {
  const isOpen = 'heldSince' in ticket;
  const isTheirTurn =
    ticket.status === 'waiting' &&
    (ticket.waitingFor === 'user' || ticket.waitingFor === 'customer');
  if (!isOpen || isTheirTurn) return undefined;
  const isSpoken = event.type === 'TicketMessageAdded' && event.data.from === 'staff';
  return isSpoken ? event.data.at : (ticket.silentSince ?? event.data.at);
};
