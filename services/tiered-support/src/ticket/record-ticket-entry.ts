import type { DataOf, TicketEvent } from '@steward/contracts';
import { isSameDesk } from './desk.ts';
import { type Entry, statusFacts } from './entry-facts.ts';
import { factOf } from './fact.ts';
import {
  type FromOutsourcer,
  isSettling,
  outsourcedEntry,
  requireSameOutsourcer,
} from './outsourced-entry.ts';
import { requireUnmerged } from './require-ticket.ts';
import { heldUntil, isOpen, type RaisedTicket, refuse, type Ticket } from './ticket.ts';

type Raised = DataOf<TicketEvent, 'TicketRaised'>;

export type RecordTicketEntry = Omit<Raised, 'at' | 'entry' | 'projectId'> &
  Pick<Entry, 'status' | 'waitingFor' | 'inCall' | 'agent'> & {
    /** Position in the log of this ticket, from 1. */
    readonly entry: number;
    readonly at: Date;
  };

const requireNext = ({ ticketId, entry }: RecordTicketEntry, last: number): void => {
  if (entry > last + 1)
    throw refuse(
      'ticket-entry-missing',
      `Ticket ${ticketId} is known up to entry ${last}; ${entry} would leave a gap`,
    );
};

const requireFitting = (ticket: RaisedTicket, { ticketId, accountId, at }: RecordTicketEntry) => {
  if (accountId !== ticket.accountId)
    throw refuse('ticket-entry-of-another-account', `Ticket ${ticketId} is not of ${accountId}`);
  if (at.getTime() < Date.parse(ticket.changedAt))
    throw refuse(
      'ticket-entry-out-of-order',
      `Ticket ${ticketId} was last changed at ${ticket.changedAt}`,
    );
};

const raise = (command: RecordTicketEntry): TicketEvent[] => {
  const { entry, status, waitingFor, inCall, agent, at, ...raised } = command;
  const fact = { ...factOf(command, command.label, at), entry };
  const held = { ...command.desk, seconds: 0 };
  const event: TicketEvent = { type: 'TicketRaised', data: { ...raised, ...fact } };
  if (status === 'queued') return [event];
  return [event, ...statusFacts({ fact, status, waitingFor, inCall, agent, held, wasOpen: true })];
};

const goOn = (ticket: RaisedTicket, command: RecordTicketEntry): TicketEvent[] => {
  const { entry, status, waitingFor, inCall, agent, desk, priority, label, at } = command;
  const fact = { ...factOf(ticket, label, at), entry };
  const wasOpen = isOpen(ticket);
  const held = heldUntil(ticket, fact.at);
  const events: TicketEvent[] = [];
  if (!wasOpen && !isSettling(status)) events.push({ type: 'TicketReopened', data: fact });
  const isMoved = !isSameDesk(ticket.desk, desk);
  if (isMoved) events.push({ type: 'TicketHandedOver', data: { ...fact, held, desk } });
  const heldHere = isMoved ? { ...desk, seconds: 0 } : held;
  if (ticket.priority !== priority)
    events.push({ type: 'TicketPrioritised', data: { ...fact, priority } });
  events.push(...statusFacts({ fact, status, waitingFor, inCall, agent, held: heldHere, wasOpen }));
  return events;
};

const take = (ticket: Ticket, command: RecordTicketEntry, from?: FromOutsourcer): TicketEvent[] => {
  if (ticket.status === 'absent') {
    requireNext(command, 0);
    return raise(command);
  }
  if (ticket.lastEntry === undefined)
    throw refuse(
      'ticket-not-brought-in',
      `Ticket ${command.ticketId} was raised here, not in another help desk`,
    );
  if (command.entry <= ticket.lastEntry) return [];
  requireUnmerged(ticket);
  requireNext(command, ticket.lastEntry);
  requireFitting(ticket, command);
  requireSameOutsourcer(ticket, command, from);
  return goOn(ticket, command);
};

/**
 * Takes in one line of another help desk's log: what must have happened for the ticket to stand as the line
 * says. Lines come in the order of the log, each once; one that was taken in before changes nothing.
 */
export const recordTicketEntry = (
  ticket: Ticket,
  command: RecordTicketEntry,
  from?: FromOutsourcer,
): TicketEvent[] => {
  const events = take(ticket, command, from);
  return from && events.length > 0 ? [...events, outsourcedEntry(ticket, command, from)] : events;
};
