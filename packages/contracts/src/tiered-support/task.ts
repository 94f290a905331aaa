import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name, Text } from '../primitives.ts';
import { ServedBy } from './tier.ts';

/** The parts of a company that somebody in support may need; a fixed list, so that each has one spelling. */
export const TaskFunction = z.enum([
  'support',
  'sales',
  'finance',
  'it',
  'hr',
  'legal',
  'purchasing',
  'logistics',
  'engineering',
  'delivery',
  'marketing',
  'other',
]);
export type TaskFunction = z.output<typeof TaskFunction>;

/** How much time there is, in which hours; at most the minutes of a year of days. */
export const TaskTime = z.object({ minutes: z.int().min(1).max(525_600), calendarId: Id });

/** The same with the moments that follow, so that no later revision of the calendar changes them. */
export const TaskDue = TaskTime.extend({
  calendarVersion: z.int(),
  warnAt: Instant,
  dueAt: Instant,
});
export type TaskDue = z.output<typeof TaskDue>;

/** A person, by the subject of their token. */
const Assignee = z.string().min(1).max(200);

/** Whose task it is: a part of the company, and a person in it where that is known. */
export const taskHolder = { function: TaskFunction, assignee: Assignee.optional() };

const fact = { taskId: Id, ticketId: Id, accountId: Id, at: Instant };

export const TaskSet = event(
  'TaskSet',
  'tiered-support.task.set.v1',
  z.object({
    ...fact,
    title: Name,
    ...taskHolder,
    /** Who serves the customer of the ticket, which bounds whom it may be given to. */
    servedBy: ServedBy,
    due: TaskDue.optional(),
  }),
);

export const TaskAccepted = event(
  'TaskAccepted',
  'tiered-support.task.accepted.v1',
  z.object({ ...fact, assignee: Assignee }),
);

/** Others do it; the time that there is goes on. */
export const TaskReassigned = event(
  'TaskReassigned',
  'tiered-support.task.reassigned.v1',
  z.object({ ...fact, ...taskHolder }),
);

export const TaskDone = event(
  'TaskDone',
  'tiered-support.task.done.v1',
  z.object({ ...fact, result: Text.optional() }),
);

export const TaskDeclined = event(
  'TaskDeclined',
  'tiered-support.task.declined.v1',
  z.object({ ...fact, why: Text.min(1) }),
);

/** Nobody needs it any more. */
export const TaskCancelled = event(
  'TaskCancelled',
  'tiered-support.task.cancelled.v1',
  z.object({ ...fact, hasTicketEnded: z.boolean() }),
);

/** Three quarters of its time are used up. */
export const TaskWarned = event(
  'TaskWarned',
  'tiered-support.task.warned.v1',
  z.object({ ...fact, dueAt: Instant }),
);

/** It was not done in time; that stays so, whenever it is done. */
export const TaskOverdue = event(
  'TaskOverdue',
  'tiered-support.task.overdue.v1',
  z.object({ ...fact, dueAt: Instant }),
);

export const taskNoun = noun('tiered-support.task', [
  TaskSet,
  TaskAccepted,
  TaskReassigned,
  TaskDone,
  TaskDeclined,
  TaskCancelled,
  TaskWarned,
  TaskOverdue,
]);
export type TaskEvent = EventOf<(typeof taskNoun.events)[number]>;
