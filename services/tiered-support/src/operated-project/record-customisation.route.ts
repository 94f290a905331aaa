import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { recordCustomisation, withdrawCustomisation } from './record-customisation.ts';

export const recordCustomisationRoute = ({ projects, newId }: Dependencies) =>
  answer(tieredSupportRoutes.recordCustomisation, ({ params: { projectId }, body, because }) => {
    const { customisationId = newId(), ...said } = body;
    const command = { projectId, customisation: { customisationId, ...said }, at: because.at };
    return projects.change(projectId, (project) => recordCustomisation(project, command), because);
  });

export const withdrawCustomisationRoute = ({ projects }: Dependencies) =>
  answer(tieredSupportRoutes.withdrawCustomisation, ({ params, because }) => {
    const command = { ...params, at: because.at };
    const { projectId } = params;
    return projects.change(
      projectId,
      (project) => withdrawCustomisation(project, command),
      because,
    );
  });
