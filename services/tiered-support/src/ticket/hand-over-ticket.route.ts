import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { handOverTicket } from './hand-over-ticket.ts';
import { requireStaff } from './require-ticket.ts';

export const handOverTicketRoute = ({ tickets }: Dependencies) =>
  answer(
    tieredSupportRoutes.handOverTicket,
    ({ params: { ticketId }, body, because, principal }) => {
      requireStaff(principal);
      const command = { ticketId, ...body, at: because.at };
      return tickets.change(ticketId, (ticket) => handOverTicket(ticket, command), because);
    },
  );
