import { type EscalationRole, tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { atAnyVersion } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { makeByHand } from '../escalation/make-by-hand.ts';
import { escalateTicket } from './escalate-ticket.ts';
import { requireRaised } from './require-ticket.ts';
import type { RaisedTicket } from './ticket.ts';

/** Whom everybody knows to hold a role, where the caller names nobody. */
const holderOf = async (
  { customers }: Dependencies,
  { agent, accountId }: RaisedTicket,
  role: EscalationRole,
): Promise<string | undefined> => {
  if (role === 'owner') return agent;
  return role === 'account-owner' ? (await customers.get(accountId))?.ownerId : undefined;
};

export const escalateTicketRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.escalateTicket, async ({ params: { ticketId }, body, because }) => {
    const { tickets, escalations, changeTogether, newId } = dependencies;
    const raised = requireRaised(ticketId, await tickets.read(ticketId));
    const { kind, to, channel, handOverTo, raisePriorityTo } = body;
    const recipientId = body.recipientId ?? (await holderOf(dependencies, raised, to));
    const { at, reason } = because;
    const escalationId = newId();
    const { accountId } = raised;
    const told = { escalationId, kind, to, recipientId, reason };
    const effects = { handOverTo, raisePriorityTo };
    const made = { ...told, ...effects, ticketId, accountId, channel, at };
    const escalated = { ticketId, told, ...effects, at };
    // Two records, one fact: the escalation for whoever is told, the ticket for whoever works on it.
    const steps = [
      atAnyVersion(escalations.step(escalationId, (escalation) => makeByHand(escalation, made))),
      tickets.step(ticketId, (ticket) => escalateTicket(ticket, escalated)),
    ];
    return changeTogether(steps, because);
  });
