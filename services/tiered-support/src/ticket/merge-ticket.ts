import type { TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { unrelated } from './relations.ts';
import { type OnTicket, requireOpen, requireTicket } from './require-ticket.ts';
import { heldUntil, refuse, type Ticket } from './ticket.ts';
import { watchersMax } from './watch-ticket.ts';

export interface MergeTicket extends OnTicket {
  readonly intoTicketId: string;
}

/** More of the same than anybody can follow in one ticket. */
const tookInMax = 20;

/**
 * Ends a ticket that goes on in another one. What is settled has been reported as that and stays so. One that
 * took others in is where they go on; whoever wants one ticket of all merges the other one into it.
 */
export const mergeTicket = (ticket: Ticket, command: MergeTicket): TicketEvent[] => {
  const { ticketId, intoTicketId, at } = command;
  const open = requireOpen(ticket, command);
  if (open.relations?.tookIn.length)
    throw refuse('ticket-took-others-in', `Other tickets go on in ticket ${ticketId}`);
  const fact = factOf(open, 'merged', at);
  return [
    { type: 'TicketMerged', data: { ...fact, held: heldUntil(open, fact.at), intoTicketId } },
  ];
};

/** What the ticket says in which `merged` goes on, as that stood before. */
export const takeInTicket = (
  survivor: Ticket,
  merged: Ticket,
  { ticketId: fromTicketId, intoTicketId, at }: MergeTicket,
): TicketEvent[] => {
  const raised = requireTicket(survivor, { ticketId: intoTicketId, at });
  const from = requireTicket(merged, { ticketId: fromTicketId, at });
  if (raised.accountId !== from.accountId)
    throw refuse('ticket-accounts-differ', `Ticket ${intoTicketId} is of another account`);
  // What was said in the one is read in the other, by whoever may see that.
  if (raised.partnerId !== from.partnerId)
    throw refuse('ticket-partners-differ', `Another partner, or none, leads ${intoTicketId}`);
  if (raised.status === 'cancelled')
    throw refuse('ticket-cancelled', `Ticket ${intoTicketId} was cancelled`);
  const { tookIn, watchers: present } = raised.relations ?? unrelated;
  if (tookIn.length >= tookInMax)
    throw refuse('ticket-took-in-too-many', `${tookInMax} tickets go on in ticket ${intoTicketId}`);
  const { watchers } = from.relations ?? unrelated;
  const joining = watchers.filter((watcher) => !present.includes(watcher));
  const moved = joining.slice(0, watchersMax - present.length);
  const fact = factOf(raised, raised.label, at);
  return [{ type: 'TicketTookIn', data: { ...fact, fromTicketId, watchers: moved } }];
};
