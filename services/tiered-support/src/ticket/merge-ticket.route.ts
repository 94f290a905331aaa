import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { atAnyVersion } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { mergeTicket, takeInTicket } from './merge-ticket.ts';
import { requireOther } from './require-ticket.ts';
import type { Ticket } from './ticket.ts';

export const mergeTicketRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.mergeTicket, ({ params: { ticketId }, body, because }) => {
    const { intoTicketId } = body;
    requireOther(ticketId, intoTicketId);
    const command = { ticketId, intoTicketId, at: because.at };
    // Steps are decided in order at every attempt, so the survivor sees what goes on in it as it stands.
    let merged: Ticket = { status: 'absent' };
    const merge = (ticket: Ticket) => {
      merged = ticket;
      return mergeTicket(ticket, command);
    };
    const takeIn = (survivor: Ticket) => takeInTicket(survivor, merged, command);
    const steps = [
      dependencies.tickets.step(ticketId, merge),
      atAnyVersion(dependencies.tickets.step(intoTicketId, takeIn)),
    ];
    return dependencies.changeTogether(steps, because);
  });
