import type { TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { type OnTicket, requireTicket } from './require-ticket.ts';
import { refuse, resolutionOf, type Ticket } from './ticket.ts';

export interface RateTicket extends OnTicket {
  readonly score: number;
  readonly comment?: string | undefined;
}

/** One rating for each resolution: whoever reopens a ticket may judge the next one afresh. */
export const rateTicket = (ticket: Ticket, command: RateTicket): TicketEvent[] => {
  const { ticketId, score, comment, at } = command;
  const raised = requireTicket(ticket, command);
  const resolution = resolutionOf(raised);
  if (!resolution)
    throw refuse('ticket-not-resolved', `Ticket ${ticketId} is ${raised.status}, not resolved`);
  if (resolution.rating !== undefined)
    throw refuse('ticket-already-rated', `Ticket ${ticketId} was rated ${resolution.rating} of 5`);
  return [{ type: 'TicketRated', data: { ...factOf(raised, raised.label, at), score, comment } }];
};
