import { isStaff, type Role } from '@steward/contracts';
import { exists } from '@steward/domain';
import { isOpen, type OpenTicket, type RaisedTicket, refuse, type Ticket } from './ticket.ts';

/** What every command on a ticket says. */
export interface OnTicket {
  readonly ticketId: string;
  readonly at: Date;
  /** The only account whose tickets exist for the caller, where there is such a bound. */
  readonly accountId?: string | undefined;
  /** The only partner whose tickets exist for the caller, likewise. */
  readonly partnerId?: string | undefined;
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
  { ticketId, at, accountId, partnerId }: OnTicket,
): RaisedTicket => {
  const isVisible =
    ticket.status !== 'absent' &&
    (accountId === undefined || accountId === ticket.accountId) &&
    (partnerId === undefined || partnerId === ticket.partnerId);
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

interface Caller {
  readonly roles: readonly Role[];
}

/** Moving a ticket through support is for those who work there; customers and partners raise and reopen. */
export const requireStaff = (caller: Caller): void => {
  if (!isStaff(caller))
    throw refuse('ticket-for-staff-only', 'Moving tickets through support is the work of staff');
};

/** Whoever shares in a service does not judge it. */
export const requireNoPartner = ({ roles }: Caller): void => {
  if (roles.includes('partner'))
    throw refuse('ticket-not-rated-by-partners', 'How good a service was, its customer says');
};

/** Says nothing of the other account, not even whether there is one. Whose the project is, the project says. */
export const requireOwn = (
  { accountId, projectId }: { readonly accountId: string; readonly projectId?: string | undefined },
  own: { readonly accountId?: string | undefined; readonly partnerId?: string | undefined },
): void => {
  if (own.accountId !== undefined && own.accountId !== accountId)
    throw refuse('ticket-of-another-account', 'Customers raise tickets for their own account only');
  if (own.partnerId !== undefined && projectId === undefined)
    throw refuse('ticket-about-no-project', 'Partners raise tickets about projects that they lead');
};

/** What concerns two tickets concerns two. */
export const requireOther = (ticketId: string, otherId: string): void => {
  if (ticketId === otherId)
    throw refuse('ticket-is-the-same', `Ticket ${ticketId} is no other one`);
};
