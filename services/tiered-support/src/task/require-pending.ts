import { isPending, type PendingTask, refuse, type Task } from './task.ts';

/** What every command on a task says. */
export interface OnTask {
  readonly taskId: string;
  readonly at: Date;
}

/** What every fact of a task says. */
export const factOf = (
  { taskId, ticketId, accountId }: Pick<PendingTask, 'taskId' | 'ticketId' | 'accountId'>,
  at: Date,
) => ({ taskId, ticketId, accountId, at: at.toISOString() });

/** The task as it stands, for a change that comes after all others. */
export const requirePending = (task: Task, { taskId, at }: OnTask): PendingTask => {
  if (task.status === 'absent') throw refuse('task-not-found', `There is no task ${taskId}`);
  if (!isPending(task)) throw refuse('task-ended', `Task ${taskId} is ${task.status}`);
  if (at.getTime() < Date.parse(task.changedAt))
    throw refuse('task-out-of-order', `Task ${taskId} was last changed at ${task.changedAt}`);
  return task;
};
