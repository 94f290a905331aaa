import type { DataOf, Desk, TicketEvent } from '@steward/contracts';
import { isSameDesk } from './desk.ts';
import { factOf } from './fact.ts';
import { type OnTicket, requireOpen, requireTicket } from './require-ticket.ts';
import { type OpenTicket, refuse, type Ticket } from './ticket.ts';

type Fact = 'ticketId' | 'accountId' | 'label' | 'at' | 'entry';

interface AtDesk extends OnTicket {
  /** The desk that the ticket lay at when somebody was looked for. */
  readonly desk: Desk;
}
export type RouteTicket = AtDesk & Omit<DataOf<TicketEvent, 'TicketRouted'>, Fact>;
export type ClaimTicket = AtDesk & Omit<DataOf<TicketEvent, 'TicketClaimed'>, Fact>;
export type LeaveInQueue = AtDesk & Omit<DataOf<TicketEvent, 'TicketLeftInQueue'>, Fact>;

const requireFree = (ticket: Ticket, command: AtDesk): OpenTicket => {
  const open = requireOpen(ticket, command);
  const { ticketId, desk } = command;
  const heldBy = open.routing?.heldBy;
  if (heldBy)
    throw refuse('ticket-already-held', `Ticket ${ticketId} is in the hands of ${heldBy.agentId}`);
  if (!isSameDesk(open.desk, desk))
    throw refuse('ticket-desk-changed', `Ticket ${ticketId} lies at ${open.desk.team} by now`);
  return open;
};

export const routeTicket = (ticket: Ticket, command: RouteTicket): TicketEvent[] => {
  const open = requireFree(ticket, command);
  const { agentId, holdingId, why, considered, dropped } = command;
  const given = { agentId, holdingId, why, considered, dropped };
  return [{ type: 'TicketRouted', data: { ...factOf(open, open.label, command.at), ...given } }];
};

export const claimTicket = (ticket: Ticket, command: ClaimTicket): TicketEvent[] => {
  const open = requireFree(ticket, command);
  const { agentId, holdingId, at } = command;
  const fact = factOf(open, open.label, at);
  return [{ type: 'TicketClaimed', data: { ...fact, agentId, holdingId } }];
};

/** Says it once: who asks again while nothing else is to be said leaves the history as it is. */
export const leaveInQueue = (ticket: Ticket, command: LeaveInQueue): TicketEvent[] => {
  const open = requireFree(ticket, command);
  const { reason, considered, dropped, nextRoutingAt, at } = command;
  const said = open.routing?.choice;
  const isSaid =
    said?.reason === reason &&
    said.dropped.length === dropped.length &&
    Date.parse(said.at) >= Date.parse(open.awaitsAgentSince ?? open.heldSince);
  if (isSaid) return [];
  const told = { reason, considered, dropped, nextRoutingAt };
  return [{ type: 'TicketLeftInQueue', data: { ...factOf(open, open.label, at), ...told } }];
};

export interface ReleaseTicket extends OnTicket {
  /** The holding that it was found in, if in any. */
  readonly holdingId: string | undefined;
  /** Who asks, unless it is somebody who may take it from anybody. */
  readonly by?: string | undefined;
}

/** The ticket waits at its desk again; where somebody worked on it, the work has stopped. */
export const releaseTicket = (ticket: Ticket, command: ReleaseTicket): TicketEvent[] => {
  const { ticketId, holdingId, by, at } = command;
  const raised = requireTicket(ticket, command);
  const heldBy = raised.routing?.heldBy;
  if (!heldBy || heldBy.holdingId !== holdingId)
    throw refuse('ticket-not-held', `Ticket ${ticketId} is in nobody's hands`);
  const { agentId } = heldBy;
  if (by !== undefined && by !== agentId)
    throw refuse('ticket-held-by-another', `Ticket ${ticketId} is in the hands of ${agentId}`);
  const released: TicketEvent = {
    type: 'TicketReleased',
    data: { ...factOf(raised, raised.label, at), agentId, holdingId },
  };
  const queued: TicketEvent = { type: 'TicketQueued', data: factOf(raised, 'queued', at) };
  return raised.status === 'in-progress' ? [released, queued] : [released];
};
