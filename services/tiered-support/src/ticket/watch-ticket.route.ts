import { tieredSupportRoutes } from '@steward/contracts';
import { answer, ownOnly, type Principal } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { requireStaff } from './require-ticket.ts';
import { unwatchTicket, watchTicket } from './watch-ticket.ts';

/** Customers and partners watch for themselves alone. */
const watcherFor = (principal: Principal, named: string | undefined): string => {
  if (named !== undefined && named !== principal.subject) requireStaff(principal);
  return named ?? principal.subject;
};

export const watchTicketRoute = ({ tickets }: Dependencies) =>
  answer(tieredSupportRoutes.watchTicket, ({ params: { ticketId }, body, because, principal }) => {
    const watcher = watcherFor(principal, body.watcher);
    const command = { ticketId, watcher, at: because.at, ...ownOnly(principal) };
    return tickets.change(ticketId, (ticket) => watchTicket(ticket, command), because);
  });

export const unwatchTicketRoute = ({ tickets }: Dependencies) =>
  answer(
    tieredSupportRoutes.unwatchTicket,
    ({ params: { ticketId }, body, because, principal }) => {
      const watcher = watcherFor(principal, body.watcher);
      const command = { ticketId, watcher, at: because.at, ...ownOnly(principal) };
      return tickets.change(ticketId, (ticket) => unwatchTicket(ticket, command), because);
    },
  );
