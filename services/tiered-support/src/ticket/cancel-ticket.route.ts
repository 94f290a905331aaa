import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { cancelTicket } from './cancel-ticket.ts';
import { requireStaff } from './require-ticket.ts';

export const cancelTicketRoute = ({ tickets }: Dependencies) =>
  answer(tieredSupportRoutes.cancelTicket, ({ params: { ticketId }, because, principal }) => {
    requireStaff(principal);
    const command = { ticketId, at: because.at };
    return tickets.change(ticketId, (ticket) => cancelTicket(ticket, command), because);
  });
