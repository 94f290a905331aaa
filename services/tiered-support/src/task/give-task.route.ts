import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { acceptTask, reassignTask } from './give-task.ts';

export const acceptTaskRoute = ({ tasks }: Dependencies) =>
  answer(tieredSupportRoutes.acceptTask, ({ params: { taskId }, because, principal }) => {
    const command = { taskId, assignee: principal.subject, at: because.at };
    return tasks.change(taskId, (task) => acceptTask(task, command), because);
  });

export const reassignTaskRoute = ({ tasks }: Dependencies) =>
  answer(tieredSupportRoutes.reassignTask, ({ params: { taskId }, body, because }) => {
    const command = { taskId, ...body, at: because.at };
    return tasks.change(taskId, (task) => reassignTask(task, command), because);
  });
