import { tieredSupportRoutes } from '@steward/contracts';
import { answer, ownOnly } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { rateTicket } from './rate-ticket.ts';
import { requireNoPartner } from './require-ticket.ts';

export const rateTicketRoute = ({ tickets }: Dependencies) =>
  answer(tieredSupportRoutes.rateTicket, ({ params: { ticketId }, body, because, principal }) => {
    requireNoPartner(principal);
    const command = { ...body, ticketId, ...ownOnly(principal), at: because.at };
    return tickets.change(ticketId, (ticket) => rateTicket(ticket, command), because);
  });
