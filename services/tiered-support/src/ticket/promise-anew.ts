import type { PinnedTerms, TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { type OnTicket, requireOpen } from './require-ticket.ts';
import { refuse, type Ticket } from './ticket.ts';

export interface PromiseAnew extends OnTicket {
  /** What it would be promised were it raised now; nothing where no policy is for it. */
  readonly terms: PinnedTerms | undefined;
}

const isSame = (one: PinnedTerms, other: PinnedTerms): boolean =>
  one.policyId === other.policyId &&
  one.policyVersion === other.policyVersion &&
  one.calendarId === other.calendarId &&
  one.calendarVersion === other.calendarVersion;

/** Only who asks for it changes what a ticket was promised; what was warned of or broken before stays told. */
export const promiseAnew = (ticket: Ticket, command: PromiseAnew): TicketEvent[] => {
  const { ticketId, terms, at } = command;
  const open = requireOpen(ticket, command);
  if (!open.promised)
    throw refuse('ticket-without-promise', `Nothing was promised when ${ticketId} was raised`);
  if (!terms) throw refuse('ticket-without-policy', `No policy is for ticket ${ticketId} now`);
  if (isSame(open.promised.terms, terms))
    throw refuse('ticket-promise-unchanged', `Ticket ${ticketId} is promised just that`);
  return [{ type: 'TicketPromisedAnew', data: { ...factOf(open, open.label, at), terms } }];
};
