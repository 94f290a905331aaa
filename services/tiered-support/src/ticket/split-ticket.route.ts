import {
  type DataOf,
  type TicketEvent,
  type TicketMessage,
  tieredSupportRoutes,
} from '@steward/contracts';
import { answer } from '@steward/http';
import { atAnyVersion } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { eachItem } from '../every-item.ts';
import { termsFor } from '../terms-for.ts';
import { readTimeline } from './list-messages.route.ts';
import { isPast } from './raise-ticket.route.ts';
import { requireOther, requireRaised } from './require-ticket.ts';
import { splitOff, splitTicket } from './split-ticket.ts';
import { type RaisedTicket, refuse } from './ticket.ts';

type Said = Extract<TicketMessage, { kind: 'message' }>;

/** The messages of those ids, oldest first. They stay as they are unless they are erased, so they are read before. */
const messagesOf = async (
  dependencies: Dependencies,
  ticket: RaisedTicket,
  messageIds: readonly string[],
): Promise<Said[]> => {
  const missing = new Set(messageIds);
  const found: Said[] = [];
  const types = ['TicketMessageAdded', 'TicketMessageTakenOver'] as const;
  const timeline = eachItem((request) => readTimeline(dependencies, ticket, request, types));
  for await (const message of timeline) {
    if (message.kind === 'message' && missing.delete(message.messageId)) found.push(message);
    if (missing.size === 0) return found;
  }
  throw refuse('ticket-message-not-found', `Ticket ${ticket.ticketId} has no ${[...missing]}`);
};

/** What a log or a customer told of the ticket when it was raised; its state does not need it. */
const raisedWith = async ({ tickets }: Dependencies, ticketId: string) => {
  const { items } = await tickets.history(ticketId, { limit: 1 }, ['TicketRaised']);
  const raised = items[0]?.data as DataOf<TicketEvent, 'TicketRaised'>;
  return raised;
};

export const splitTicketRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.splitTicket, async ({ params: { ticketId }, body, because }) => {
    const { tickets, newId, now, changeTogether } = dependencies;
    const { newTicketId = newId(), messageIds, subject, priority } = body;
    requireOther(ticketId, newTicketId);
    const { at } = because;
    const from = requireRaised(ticketId, await tickets.read(ticketId));
    const isBroughtIn = isPast(at, now()) || undefined;
    const command = { ticketId, newTicketId, at };
    const told = {
      ...command,
      subject,
      priority,
      isBroughtIn,
      raisedWith: await raisedWith(dependencies, ticketId),
      terms: await termsFor(dependencies, { ...from, at }),
      messages: await messagesOf(dependencies, from, messageIds),
    };
    const raise = tickets.step(newTicketId, (ticket) => splitOff(ticket, from, told));
    const split = tickets.step(ticketId, (ticket) => splitTicket(ticket, command));
    // The answer is about the new ticket; the version that the caller has seen is of the old one.
    return changeTogether([atAnyVersion(raise), split], because);
  });
