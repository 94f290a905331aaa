import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { watchProject } from './watch-project.ts';

export const watchProjectRoute = ({ projects }: Dependencies) =>
  answer(tieredSupportRoutes.watchProject, ({ params: { projectId }, body, because }) => {
    const command = { projectId, watch: body, at: because.at };
    return projects.change(projectId, (project) => watchProject(project, command), because);
  });
