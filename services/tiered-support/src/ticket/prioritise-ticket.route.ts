import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { prioritiseTicket } from './prioritise-ticket.ts';
import { requireStaff } from './require-ticket.ts';

export const prioritiseTicketRoute = ({ tickets }: Dependencies) =>
  answer(
    tieredSupportRoutes.prioritiseTicket,
    ({ params: { ticketId }, body, because, principal }) => {
      requireStaff(principal);
      const command = { ticketId, ...body, at: because.at };
      return tickets.change(ticketId, (ticket) => prioritiseTicket(ticket, command), because);
    },
  );
