import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, maySeeAccount, ownAccountOnly } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { deliveryCentreOf } from './delivery-centre.ts';
import type { OpenedProject } from './operated-project.ts';

/** A project as the outside sees it. */
const projectAnswer =
  ({ customers }: Dependencies) =>
  async ({ version, state: { status: _, ...seen } }: Read<OpenedProject>) => {
    const needsIndustry = seen.arrangement.tier === 1 && !seen.industries;
    const customer = needsIndustry ? await customers.get(seen.accountId) : undefined;
    return { ...seen, deliveryCentre: deliveryCentreOf(seen, customer?.industry), version };
  };

export const readOperatedProjectRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readOperatedProject, async ({ params, principal }) => {
    const read = await dependencies.projects.read(params.projectId);
    if (!exists(read) || !maySeeAccount(principal, read.state.accountId)) return undefined;
    return projectAnswer(dependencies)(read);
  });

export const listOperatedProjectsRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.listOperatedProjects, async ({ query, principal }) => {
    const { accountId, ...request } = query;
    if (accountId !== undefined && !maySeeAccount(principal, accountId)) return { items: [] };
    const filter = { accountId, ...ownAccountOnly(principal) };
    const page = await dependencies.projects.list(filter, request);
    const items = await Promise.all(page.items.filter(exists).map(projectAnswer(dependencies)));
    return { ...page, items };
  });
