import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { requireOpened } from '../operated-project/operated-project.ts';
import { linkFollowOn } from './link-follow-on.ts';

export const linkFollowOnRoute = ({ followOns, projects }: Dependencies) =>
  answer(tieredSupportRoutes.linkFollowOn, async ({ body, because }) => {
    const { opportunityId, projectId, people } = body;
    const found = await projects.read(projectId);
    const project = requireOpened(found?.state ?? { status: 'absent' }, projectId);
    const command = { opportunityId, project, people, at: because.at };
    return followOns.change(opportunityId, (one) => linkFollowOn(one, command), because);
  });
