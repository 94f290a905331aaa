import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { awaitTicket } from './await-ticket.ts';
import { requireStaff } from './require-ticket.ts';

export const awaitTicketRoute = ({ tickets }: Dependencies) =>
  answer(tieredSupportRoutes.awaitTicket, ({ params: { ticketId }, body, because, principal }) => {
    requireStaff(principal);
    const command = { ticketId, ...body, at: because.at };
    return tickets.change(ticketId, (ticket) => awaitTicket(ticket, command), because);
  });
