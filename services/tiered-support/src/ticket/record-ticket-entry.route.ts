import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { arrangementByChannel } from '../tier/arrangement.ts';
import { recordTicketEntry } from './record-ticket-entry.ts';
import { requireStaff } from './require-ticket.ts';

export const recordTicketEntryRoute = ({ tickets }: Dependencies) =>
  answer(
    tieredSupportRoutes.recordTicketEntry,
    ({ params: { ticketId }, body, because, principal }) => {
      requireStaff(principal);
      const arrangement = arrangementByChannel(body.channel);
      const command = { ...body, ticketId, arrangement, at: because.at };
      return tickets.change(ticketId, (ticket) => recordTicketEntry(ticket, command), because);
    },
  );
