import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { requireStaff } from './require-ticket.ts';
import { resolveTicket } from './resolve-ticket.ts';

export const resolveTicketRoute = ({ tickets }: Dependencies) =>
  answer(
    tieredSupportRoutes.resolveTicket,
    ({ params: { ticketId }, body, because, principal }) => {
      requireStaff(principal);
      const command = { ticketId, ...body, at: because.at };
      return tickets.change(ticketId, (ticket) => resolveTicket(ticket, command), because);
    },
  );
