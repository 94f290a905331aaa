import type { TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { type OnTicket, requireTicket } from './require-ticket.ts';
import { refuse, type Ticket } from './ticket.ts';

export interface WatchTicket extends OnTicket {
  readonly watcher: string;
}

export const watchersMax = 50;

const watching = (ticket: Ticket, command: WatchTicket) => {
  const raised = requireTicket(ticket, command);
  const { at, watcher } = command;
  const watchers = raised.relations?.watchers ?? [];
  return { watchers, data: { ...factOf(raised, raised.label, at), watcher } };
};

export const watchTicket = (ticket: Ticket, command: WatchTicket): TicketEvent[] => {
  const { watchers, data } = watching(ticket, command);
  if (watchers.includes(data.watcher))
    throw refuse('ticket-already-watched', `${data.watcher} watches it already`);
  if (watchers.length >= watchersMax)
    throw refuse('ticket-watchers-too-many', `${watchersMax} watch ticket ${data.ticketId}`);
  return [{ type: 'TicketWatched', data }];
};

export const unwatchTicket = (ticket: Ticket, command: WatchTicket): TicketEvent[] => {
  const { watchers, data } = watching(ticket, command);
  if (!watchers.includes(data.watcher))
    throw refuse('ticket-not-watched', `${data.watcher} does not watch it`);
  return [{ type: 'TicketUnwatched', data }];
};
