import { tieredSupportRoutes } from '@steward/contracts';
import { answer, ownAccountOnly } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { rateTicket } from './rate-ticket.ts';

export const rateTicketRoute = ({ tickets }: Dependencies) =>
  answer(tieredSupportRoutes.rateTicket, ({ params: { ticketId }, body, because, principal }) => {
    const command = { ...body, ticketId, ...ownAccountOnly(principal), at: because.at };
    return tickets.change(ticketId, (ticket) => rateTicket(ticket, command), because);
  });
