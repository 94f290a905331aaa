import type { DataOf, Hours, TaskDue, TaskEvent, TaskFunction } from '@steward/contracts';
import { businessTime } from '../calendar/business-time.ts';
import { factOf } from './require-pending.ts';
import { refuse, type Task } from './task.ts';

type Set = DataOf<TaskEvent, 'TaskSet'>;

/** Hours as they are now, and how much of them there is. */
export interface TimeToCount extends Pick<TaskDue, 'calendarId' | 'calendarVersion' | 'minutes'> {
  readonly hours: Hours;
}

export interface SetTask extends Omit<Set, 'at' | 'due'> {
  readonly at: Date;
  readonly time?: TimeToCount | undefined;
}

const minuteMs = 60_000;
/** The part of the time after which somebody is warned. */
const warnedAfter = 0.75;

const dueOf = ({ hours, ...time }: TimeToCount, at: Date): TaskDue => {
  const counted = businessTime(hours);
  const momentAfter = (part: number): string => {
    const ms = counted.dueMs(at.getTime(), time.minutes * minuteMs * part);
    if (ms === undefined)
      throw refuse('task-never-due', `Calendar ${time.calendarId} is hardly ever open`);
    return new Date(ms).toISOString();
  };
  return { ...time, warnAt: momentAfter(warnedAfter), dueAt: momentAfter(1) };
};

/** The delivery centre manages everything for its projects but sales, so nobody sells by way of its tickets. */
export const requireGivable = ({
  servedBy,
  function: asked,
}: Pick<Set, 'servedBy'> & { readonly function: TaskFunction }): void => {
  if (servedBy === 'delivery-centre' && asked === 'sales')
    throw refuse('task-sales-at-delivery-centre', 'The delivery centre manages all but sales');
};

export const setTask = (task: Task, { time, at, ...set }: SetTask): TaskEvent[] => {
  if (task.status !== 'absent')
    throw refuse('task-already-set', `Task ${set.taskId} was already set`);
  requireGivable(set);
  const due = time && dueOf(time, at);
  return [{ type: 'TaskSet', data: { ...set, ...factOf(set, at), due } }];
};
