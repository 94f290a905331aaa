import type { DataOf, TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { type OnTicket, requireOpen } from './require-ticket.ts';
import type { Ticket } from './ticket.ts';

export interface AwaitTicket extends OnTicket {
  readonly waitingFor: DataOf<TicketEvent, 'TicketWaitStarted'>['waitingFor'];
}

/** Waiting is the desk's time too: it is the desk that must get the answer. */
export const awaitTicket = (ticket: Ticket, command: AwaitTicket): TicketEvent[] => {
  const open = requireOpen(ticket, command);
  const { waitingFor, at } = command;
  const fact = factOf(open, 'waiting', at);
  return [{ type: 'TicketWaitStarted', data: { ...fact, waitingFor, agent: open.agent } }];
};
