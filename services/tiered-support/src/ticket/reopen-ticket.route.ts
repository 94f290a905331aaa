import { tieredSupportRoutes } from '@steward/contracts';
import { answer, ownOnly } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { reopenTicket } from './reopen-ticket.ts';

export const reopenTicketRoute = ({ tickets }: Dependencies) =>
  answer(tieredSupportRoutes.reopenTicket, ({ params: { ticketId }, because, principal }) => {
    const command = { ticketId, ...ownOnly(principal), at: because.at };
    return tickets.change(ticketId, (ticket) => reopenTicket(ticket, command), because);
  });
