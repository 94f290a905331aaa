import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { projectOf, solutionOf } from './solution.ts';

const solutionOfProject = async ({ projects }: Dependencies, projectId: string) => {
  const read = await projects.read(projectId);
  return exists(read) ? solutionOf(read.state) : undefined;
};

export const readProjectSolutionRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readProjectSolution, ({ params: { projectId } }) =>
    solutionOfProject(dependencies, projectId),
  );

export const readTicketSolutionRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readTicketSolution, async ({ params: { ticketId } }) => {
    const ticket = await dependencies.tickets.read(ticketId);
    return exists(ticket) ? solutionOfProject(dependencies, projectOf(ticket.state)) : undefined;
  });
