import type { RaisedTicket } from './ticket.ts';

/** What every fact of a ticket says. The words of our own desks are the names of the statuses. */
export const factOf = (
  { ticketId, accountId }: Pick<RaisedTicket, 'ticketId' | 'accountId'>,
  label: string,
  at: Date,
) => ({ ticketId, accountId, label, at: at.toISOString() });
