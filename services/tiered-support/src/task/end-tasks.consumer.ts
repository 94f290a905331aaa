import { type Delivery, on } from '@steward/bus';
import { TicketCancelled, TicketMerged, TicketResolved } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { endWithTicket } from './end-task.ts';
import { afterRingingTask } from './ring-task.ts';

interface Ended {
  readonly ticketId: string;
  readonly at: string;
}

/** Whatever was still to be done for a ticket is needed no more when the ticket has ended. */
const endTasks =
  ({ tickets, tasks, changeTogether }: Dependencies) =>
  async ({ data: { ticketId, at }, because }: Delivery<Ended>) => {
    const ticket = await tickets.read(ticketId);
    const taskIds = exists(ticket) ? (ticket.state.relations?.tasks ?? []) : [];
    if (taskIds.length === 0) return undefined;
    const endedAt = new Date(at);
    const end = afterRingingTask((task) => endWithTicket(task, endedAt), endedAt);
    return changeTogether(
      taskIds.map((taskId) => tasks.step(taskId, end)),
      because,
    );
  };

export const endTasksOnTicketResolved = (dependencies: Dependencies) =>
  on('endTasksOnTicketResolved', TicketResolved, endTasks(dependencies));

export const endTasksOnTicketCancelled = (dependencies: Dependencies) =>
  on('endTasksOnTicketCancelled', TicketCancelled, endTasks(dependencies));

export const endTasksOnTicketMerged = (dependencies: Dependencies) =>
  on('endTasksOnTicketMerged', TicketMerged, endTasks(dependencies));
