import { on } from '@steward/bus';
import { TicketCancelled, TicketMerged, TicketResolved } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { endWithTicket } from './end-task.ts';
import { afterRingingTask } from './ring-task.ts';

/** Whatever was still to be done for a ticket is needed no more when the ticket has ended. */
export const endTasksOfTicket = ({ tickets, tasks, changeTogether }: Dependencies) =>
  on(
    'endTasksOfTicket',
    [TicketResolved, TicketCancelled, TicketMerged],
    async ({ data: { ticketId, at }, because }) => {
      const ticket = await tickets.read(ticketId);
      const taskIds = exists(ticket) ? (ticket.state.relations?.tasks ?? []) : [];
      if (taskIds.length === 0) return undefined;
      const endedAt = new Date(at);
      const end = afterRingingTask((task) => endWithTicket(task, endedAt), endedAt);
      return changeTogether(
        taskIds.map((taskId) => tasks.step(taskId, end)),
        because,
      );
    },
  );
