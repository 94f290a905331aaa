import type { DataOf, TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { type OnTicket, requireTicket } from './require-ticket.ts';
import { isOpen, type RaisedTicket, refuse, type Ticket } from './ticket.ts';

export type AddMessage = OnTicket &
  Pick<
    DataOf<TicketEvent, 'TicketMessageAdded'>,
    'messageId' | 'from' | 'channel' | 'text' | 'attachments' | 'cannedAnswerId'
  >;
export type AddNote = OnTicket &
  Pick<DataOf<TicketEvent, 'TicketNoteAdded'>, 'noteId' | 'text' | 'attachments'>;

/** A word of the customer is something to work on: whatever waited for it, or was thought done, is open again. */
const wakes = (ticket: RaisedTicket, at: Date): TicketEvent[] => {
  const fact = factOf(ticket, 'queued', at);
  if (!isOpen(ticket)) return [{ type: 'TicketReopened', data: fact }];
  const isAwaited =
    ticket.status === 'waiting' &&
    (ticket.waitingFor === 'user' || ticket.waitingFor === 'customer');
  return isAwaited ? [{ type: 'TicketQueued', data: fact }] : [];
};

export const addMessage = (ticket: Ticket, command: AddMessage): TicketEvent[] => {
  const { at, ticketId, messageId, from, channel, text, attachments, cannedAnswerId } = command;
  const raised = requireTicket(ticket, command);
  if (raised.status === 'cancelled')
    throw refuse('ticket-cancelled', `Ticket ${ticketId} was cancelled`);
  if (from === 'customer' && cannedAnswerId !== undefined)
    throw refuse('ticket-message-not-of-staff', 'Customers do not speak in canned answers');
  const fact = factOf(raised, raised.label, at);
  const said: TicketEvent = {
    type: 'TicketMessageAdded',
    data: { ...fact, messageId, from, channel, text, attachments, cannedAnswerId },
  };
  return from === 'customer' ? [said, ...wakes(raised, at)] : [said];
};

/** Notes are for whoever comes after, so there may be some when all is over, too. */
export const addNote = (ticket: Ticket, command: AddNote): TicketEvent[] => {
  const { at, noteId, text, attachments } = command;
  const raised = requireTicket(ticket, command);
  const fact = factOf(raised, raised.label, at);
  return [{ type: 'TicketNoteAdded', data: { ...fact, noteId, text, attachments } }];
};
