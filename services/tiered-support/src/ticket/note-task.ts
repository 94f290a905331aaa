import type { TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { unrelated } from './relations.ts';
import { type OnTicket, requireOpen } from './require-ticket.ts';
import { refuse, type Ticket } from './ticket.ts';

const tasksMax = 100;

/** What the ticket says of a task that is set at it. Nothing is left to be done for one that is settled. */
export const noteTask = (
  ticket: Ticket,
  command: OnTicket & { readonly taskId: string },
): TicketEvent[] => {
  const open = requireOpen(ticket, command);
  const { tasks } = open.relations ?? unrelated;
  if (tasks.length >= tasksMax)
    throw refuse('ticket-tasks-too-many', `Ticket ${command.ticketId} has ${tasksMax} tasks`);
  const { taskId, at } = command;
  return [{ type: 'TicketTaskSet', data: { ...factOf(open, open.label, at), taskId } }];
};
