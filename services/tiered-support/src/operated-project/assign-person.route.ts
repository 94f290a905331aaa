import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { assignPerson, releasePerson } from './assign-person.ts';

export const assignProjectPersonRoute = ({ projects }: Dependencies) =>
  answer(tieredSupportRoutes.assignProjectPerson, ({ params: { projectId }, body, because }) => {
    const command = { projectId, ...body, at: because.at };
    return projects.change(projectId, (project) => assignPerson(project, command), because);
  });

export const releaseProjectPersonRoute = ({ projects }: Dependencies) =>
  answer(tieredSupportRoutes.releaseProjectPerson, ({ params, body, because }) => {
    const command = { ...params, ...body, at: because.at };
    return projects.change(params.projectId, (project) => releasePerson(project, command), because);
  });
