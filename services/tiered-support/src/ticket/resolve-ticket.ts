import type { TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { type OnTicket, requireOpen } from './require-ticket.ts';
import { heldUntil, type Ticket } from './ticket.ts';

export interface ResolveTicket extends OnTicket {
  readonly resolution: string;
  readonly inCall: boolean;
}

export const resolveTicket = (ticket: Ticket, command: ResolveTicket): TicketEvent[] => {
  const open = requireOpen(ticket, command);
  const { resolution, inCall, at } = command;
  const fact = factOf(open, 'resolved', at);
  const held = heldUntil(open, fact.at);
  const { agent } = open;
  return [{ type: 'TicketResolved', data: { ...fact, held, inCall, resolution, agent } }];
};
