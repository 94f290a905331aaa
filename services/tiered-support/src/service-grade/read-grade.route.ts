import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { entitlementFor } from '../entitlement-for.ts';
import { graderFor } from '../grader-for.ts';
import { requireProject } from '../operated-project/require-project.ts';

/** What a ticket that were raised now would be graded. */
export const readServiceGradeRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readServiceGrade, async ({ params: { accountId }, query }) => {
    const { projectId } = query;
    const project =
      projectId === undefined
        ? undefined
        : requireProject({ projectId, accountId }, await dependencies.projects.read(projectId));
    const about = { accountId, projectId, at: dependencies.now() };
    const right = await entitlementFor(dependencies, about);
    const grade = await graderFor(dependencies, about);
    const isEntitled = right?.isUsable ?? false;
    return grade && { accountId, projectId, ...grade({ value: project?.value, isEntitled }) };
  });
