import type { TaskEvent, TaskFunction } from '@steward/contracts';
import { factOf, type OnTask, requirePending } from './require-pending.ts';
import { requireGivable } from './set-task.ts';
import { refuse, type Task } from './task.ts';

export interface AcceptTask extends OnTask {
  readonly assignee: string;
}

export interface ReassignTask extends OnTask {
  readonly function: TaskFunction;
  readonly assignee?: string | undefined;
}

/** Somebody takes it on, from a colleague as well. */
export const acceptTask = (task: Task, command: AcceptTask): TaskEvent[] => {
  const pending = requirePending(task, command);
  const { assignee, at } = command;
  if (pending.status === 'accepted' && pending.assignee === assignee)
    throw refuse('task-already-accepted', `${assignee} has accepted it already`);
  return [{ type: 'TaskAccepted', data: { ...factOf(pending, at), assignee } }];
};

/** Others are asked, who have not accepted it yet. */
export const reassignTask = (task: Task, command: ReassignTask): TaskEvent[] => {
  const pending = requirePending(task, command);
  const { function: asked, assignee, at } = command;
  if (pending.function === asked && pending.assignee === assignee)
    throw refuse('task-holder-unchanged', `Task ${command.taskId} is theirs already`);
  requireGivable({ servedBy: pending.servedBy, function: asked });
  return [{ type: 'TaskReassigned', data: { ...factOf(pending, at), function: asked, assignee } }];
};
