import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { KnownTask } from './task.ts';

const taskAnswer = ({ version, state }: Read<KnownTask>) => {
  const { servedBy: _, changedAt: __, isWarned: ___, nextAlarmAt: ____, due, ...seen } = state;
  const { calendarId, calendarVersion, dueAt } = due ?? {};
  return { ...seen, calendarId, calendarVersion, dueAt, version };
};

export const readTaskRoute = ({ tasks }: Dependencies) =>
  answer(tieredSupportRoutes.readTask, async ({ params: { taskId } }) => {
    const read = await tasks.read(taskId);
    return exists(read) ? taskAnswer(read) : undefined;
  });

export const listTasksRoute = ({ tasks }: Dependencies) =>
  answer(tieredSupportRoutes.listTasks, async ({ query }) => {
    const { ticketId, function: asked, assignee, status, ...request } = query;
    const page = await tasks.list({ ticketId, function: asked, assignee, status }, request);
    return { ...page, items: page.items.filter(exists).map(taskAnswer) };
  });

export const readTaskHistoryRoute = ({ tasks }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readTaskHistory, tasks);
