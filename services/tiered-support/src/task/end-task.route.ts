import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { cancelTask, declineTask, finishTask } from './end-task.ts';

export const finishTaskRoute = ({ tasks }: Dependencies) =>
  answer(tieredSupportRoutes.finishTask, ({ params: { taskId }, body, because }) => {
    const command = { taskId, ...body, at: because.at };
    return tasks.change(taskId, (task) => finishTask(task, command), because);
  });

export const declineTaskRoute = ({ tasks }: Dependencies) =>
  answer(tieredSupportRoutes.declineTask, ({ params: { taskId }, body, because }) => {
    const command = { taskId, ...body, at: because.at };
    return tasks.change(taskId, (task) => declineTask(task, command), because);
  });

export const cancelTaskRoute = ({ tasks }: Dependencies) =>
  answer(tieredSupportRoutes.cancelTask, ({ params: { taskId }, because }) => {
    const command = { taskId, at: because.at };
    return tasks.change(taskId, (task) => cancelTask(task, command), because);
  });
