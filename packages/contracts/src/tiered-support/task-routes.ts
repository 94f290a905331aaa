import { z } from 'zod';
import { Id, Instant, Name, Text } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { TaskFunction, TaskTime, taskHolder } from './task.ts';

const TaskStatus = z.enum(['open', 'accepted', 'done', 'declined', 'cancelled']);

export const Task = z.object({
  taskId: Id,
  ticketId: Id,
  accountId: Id,
  title: Name,
  ...taskHolder,
  status: TaskStatus,
  setAt: Instant,
  calendarId: Id.optional(),
  calendarVersion: z.int().optional(),
  dueAt: Instant.optional(),
  /** Whether it was still to be done when its time was over. */
  isOverdue: z.boolean(),
  endedAt: Instant.optional(),
  version: z.int(),
});

export const taskRoutes = {
  setTask: command('/v1/tasks', {
    summary: 'Ask any part of the company to do something for a ticket, in its own time',
    scope: 'support:work',
    creates: true,
    body: {
      taskId: Id.optional(),
      ticketId: Id,
      title: Name,
      ...taskHolder,
      due: TaskTime.optional(),
    },
  }),
  acceptTask: command('/v1/tasks/:taskId/acceptance', {
    summary: 'Take a task on oneself',
    scope: 'support:work',
    body: {},
  }),
  reassignTask: command('/v1/tasks/:taskId/reassignment', {
    summary: 'Give a task to others; its time goes on',
    scope: 'support:work',
    body: taskHolder,
  }),
  finishTask: command('/v1/tasks/:taskId/completion', {
    summary: 'Report a task as done',
    scope: 'support:work',
    body: { result: Text.optional() },
  }),
  declineTask: command('/v1/tasks/:taskId/declining', {
    summary: 'Say that a task will not be done, and why',
    scope: 'support:work',
    body: { why: Text.min(1) },
  }),
  cancelTask: command('/v1/tasks/:taskId/cancellation', {
    summary: 'End a task that nobody needs any more',
    scope: 'support:work',
    body: {},
  }),
  readTask: query('/v1/tasks/:taskId', {
    summary: 'One task',
    scope: 'support:read',
    answer: Task,
  }),
  listTasks: query('/v1/tasks', {
    summary: 'Tasks by id, filtered',
    scope: 'support:read',
    filters: {
      ...paging,
      ticketId: Id.optional(),
      function: TaskFunction.optional(),
      assignee: z.string().max(200).optional(),
      status: TaskStatus.optional(),
    },
    answer: page(Task),
  }),
  readTaskHistory: query('/v1/tasks/:taskId/history', {
    summary: 'Every event of a task',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};
