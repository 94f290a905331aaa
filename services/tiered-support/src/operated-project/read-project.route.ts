import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, maySeeAccount, ownAccountOnly } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { OpenedProject } from './operated-project.ts';

/** A project as the outside sees it. */
export const projectAnswer = ({ version, state: { status: _, ...seen } }: Read<OpenedProject>) => ({
  ...seen,
  version,
});

export const readOperatedProjectRoute = ({ projects }: Dependencies) =>
  answer(tieredSupportRoutes.readOperatedProject, async ({ params, principal }) => {
    const read = await projects.read(params.projectId);
    if (!exists(read) || !maySeeAccount(principal, read.state.accountId)) return undefined;
    return projectAnswer(read);
  });

export const listOperatedProjectsRoute = ({ projects }: Dependencies) =>
  answer(tieredSupportRoutes.listOperatedProjects, async ({ query, principal }) => {
    const { accountId, ...request } = query;
    if (accountId !== undefined && !maySeeAccount(principal, accountId)) return { items: [] };
    const page = await projects.list({ accountId, ...ownAccountOnly(principal) }, request);
    return { ...page, items: page.items.filter(exists).map(projectAnswer) };
  });
