import { tieredSupportRoutes } from '@steward/contracts';
import { answer, ownAccountOnly } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { reopenTicket } from './reopen-ticket.ts';

export const reopenTicketRoute = ({ tickets }: Dependencies) =>
  answer(tieredSupportRoutes.reopenTicket, ({ params: { ticketId }, because, principal }) => {
    const command = { ticketId, ...ownAccountOnly(principal), at: because.at };
    return tickets.change(ticketId, (ticket) => reopenTicket(ticket, command), because);
  });
