import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { closeTicket } from './close-ticket.ts';
import { requireStaff } from './require-ticket.ts';

export const closeTicketRoute = ({ tickets }: Dependencies) =>
  answer(tieredSupportRoutes.closeTicket, ({ params: { ticketId }, because, principal }) => {
    requireStaff(principal);
    const command = { ticketId, at: because.at };
    return tickets.change(ticketId, (ticket) => closeTicket(ticket, command), because);
  });
