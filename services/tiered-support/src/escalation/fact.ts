import type { BegunEscalation } from './escalation.ts';

/** What every fact of an escalation says. */
export const factOf = (
  {
    escalationId,
    ticketId,
    accountId,
  }: Pick<BegunEscalation, 'escalationId' | 'ticketId' | 'accountId'>,
  at: Date,
) => ({ escalationId, ticketId, accountId, at: at.toISOString() });
