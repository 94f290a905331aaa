import type { TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { type OnTicket, requireOpen } from './require-ticket.ts';
import type { Ticket } from './ticket.ts';

export interface StartWork extends OnTicket {
  readonly agent: string;
}

/** Work may start while somebody is at it: then another agent takes it up. */
export const startWork = (ticket: Ticket, command: StartWork): TicketEvent[] => {
  const open = requireOpen(ticket, command);
  const fact = factOf(open, 'in-progress', command.at);
  return [{ type: 'TicketWorkStarted', data: { ...fact, agent: command.agent } }];
};
