import type { TaskEvent } from '@steward/contracts';
import { factOf, type OnTask, requirePending } from './require-pending.ts';
import { isPending, type Task } from './task.ts';

export const finishTask = (
  task: Task,
  { result, ...on }: OnTask & { readonly result?: string | undefined },
): TaskEvent[] => [
  { type: 'TaskDone', data: { ...factOf(requirePending(task, on), on.at), result } },
];

export const declineTask = (
  task: Task,
  { why, ...on }: OnTask & { readonly why: string },
): TaskEvent[] => [
  { type: 'TaskDeclined', data: { ...factOf(requirePending(task, on), on.at), why } },
];

const cancelled = (data: ReturnType<typeof factOf>, hasTicketEnded: boolean): TaskEvent => ({
  type: 'TaskCancelled',
  data: { ...data, hasTicketEnded },
});

export const cancelTask = (task: Task, on: OnTask): TaskEvent[] => [
  cancelled(factOf(requirePending(task, on), on.at), false),
];

/** What was set before its ticket ended ends with it. That may be heard of late, after other things became of it. */
export const endWithTicket = (task: Task, at: Date): TaskEvent[] => {
  if (!isPending(task) || Date.parse(task.setAt) > at.getTime()) return [];
  const endedAt = new Date(Math.max(at.getTime(), Date.parse(task.changedAt)));
  return [cancelled(factOf(task, endedAt), true)];
};
