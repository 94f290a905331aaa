import type { TaskEvent } from '@steward/contracts';
import { ringFirst } from '../clock/ring-first.ts';
import { factOf } from './require-pending.ts';
import { isPending, type Task, task as taskAggregate } from './task.ts';

/** Tells that most of the time is used up, and that it is over, each once and as of its moment. */
export const ringTask = (task: Task, at: Date): TaskEvent[] => {
  if (!isPending(task) || !task.due) return [];
  const { warnAt, dueAt } = task.due;
  const alarms = [
    { type: 'TaskWarned', alarmAt: warnAt, isTold: task.isWarned },
    { type: 'TaskOverdue', alarmAt: dueAt, isTold: task.isOverdue },
  ] as const;
  return alarms
    .filter(({ alarmAt, isTold }) => !isTold && Date.parse(alarmAt) <= at.getTime())
    .map(({ type, alarmAt }) => ({ type, data: { ...factOf(task, new Date(alarmAt)), dueAt } }));
};

/** A decision on a task that comes after all that has fallen due by then. */
export const afterRingingTask = ringFirst(taskAggregate, ringTask);
