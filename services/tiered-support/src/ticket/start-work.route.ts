import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { requireStaff } from './require-ticket.ts';
import { startWork } from './start-work.ts';

export const startWorkRoute = ({ tickets }: Dependencies) =>
  answer(tieredSupportRoutes.startWork, ({ params: { ticketId }, body, because, principal }) => {
    requireStaff(principal);
    const command = { ticketId, agent: body.agent ?? because.actor, at: because.at };
    return tickets.change(ticketId, (ticket) => startWork(ticket, command), because);
  });
