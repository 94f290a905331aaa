import type { Role } from '@steward/contracts';
import { exists } from '@steward/domain';
import { isOpen, type OpenTicket, type RaisedTicket, refuse, type Ticket } from './ticket.ts';

/** What every command on a ticket says. */
export interface OnTicket {
  readonly ticketId: string;
  readonly at: Date;
  /** The only account whose tickets exist for the caller, where there is such a bound. */
  readonly accountId?: string | undefined;
}

/** A merged ticket goes on in another one, and only there. */
export const requireUnmerged = ({ ticketId, relations }: RaisedTicket): void => {
  const mergedInto = relations?.mergedInto;
  if (mergedInto !== undefined)
    throw refuse('ticket-merged', `Ticket ${ticketId} goes on in ticket ${mergedInto}`);
};

/** The ticket as it stands, for a change that comes after all others. */
export const requireTicket = (
  ticket: Ticket,
  { ticketId, at, accountId }: OnTicket,
): RaisedTicket => {
  const isVisible =
    ticket.status !== 'absent' && (accountId === undefined || accountId === ticket.accountId);
  if (!isVisible) throw refuse('ticket-not-found', `There is no ticket ${ticketId}`);
  requireUnmerged(ticket);
  if (at.getTime() < Date.parse(ticket.changedAt))
    throw refuse(
      'ticket-out-of-order',
      `Ticket ${ticketId} was last changed at ${ticket.changedAt}`,
    );
  return ticket;
};

/** The ticket that something of its own is to follow from. */
export const requireRaised = (
  ticketId: string,
  found: { readonly state: Ticket } | undefined,
): RaisedTicket => {
  if (!exists(found)) throw refuse('ticket-not-found', `There is no ticket ${ticketId}`);
  return found.state;
};

export const requireOpen = (ticket: Ticket, command: OnTicket): OpenTicket => {
  const raised = requireTicket(ticket, command);
  if (!isOpen(raised))
    throw refuse('ticket-not-open', `Ticket ${command.ticketId} is ${raised.status}`);
  return raised;
};

/** Moving a ticket through support is for those who work there; customers raise, reopen and rate. */
export const requireStaff = ({ roles }: { readonly roles: readonly Role[] }): void => {
  if (roles.includes('customer'))
    throw refuse('ticket-for-staff-only', 'Customers may raise, reopen and rate tickets');
};

/** Says nothing of the other account, not even whether there is one. */
export const requireOwnAccount = (
  { accountId }: { readonly accountId: string },
  own: { readonly accountId?: string },
): void => {
  if (own.accountId !== undefined && own.accountId !== accountId)
    throw refuse('ticket-of-another-account', 'Customers raise tickets for their own account only');
};

/** What concerns two tickets concerns two. */
export const requireOther = (ticketId: string, otherId: string): void => {
  if (ticketId === otherId)
    throw refuse('ticket-is-the-same', `Ticket ${ticketId} is no other one`);
};
