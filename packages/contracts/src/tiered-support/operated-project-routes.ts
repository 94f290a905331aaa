import { Id } from '../primitives.ts';
import { page, paging, query } from '../route.ts';
import { OperatedProject } from './answers.ts';

export const operatedProjectRoutes = {
  readOperatedProject: query('/v1/operated-projects/:projectId', {
    summary: 'One operated project; its id is that of the solution that went live',
    scope: 'tickets:read',
    answer: OperatedProject,
  }),
  listOperatedProjects: query('/v1/operated-projects', {
    summary: 'Operated projects by id, filtered',
    scope: 'tickets:read',
    filters: { ...paging, accountId: Id.optional() },
    answer: page(OperatedProject),
  }),
};
