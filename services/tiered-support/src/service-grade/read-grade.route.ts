import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { entitlementFor } from '../entitlement-for.ts';
import { gradeFor } from '../grade-for.ts';
import { requireProject } from '../operated-project/require-project.ts';

/** What a ticket that were raised now would be graded. */
export const readServiceGradeRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readServiceGrade, async ({ params: { accountId }, query }) => {
    const { projectId } = query;
    const project =
      projectId === undefined
        ? undefined
        : requireProject({ projectId, accountId }, await dependencies.projects.read(projectId));
    const at = dependencies.now();
    const right = await entitlementFor(dependencies, { accountId, projectId, at });
    const isEntitled = right?.isUsable ?? false;
    const toGrade = { accountId, value: project?.value, isEntitled };
    const explained = await gradeFor(dependencies, toGrade);
    return explained && { accountId, projectId, ...explained };
  });
