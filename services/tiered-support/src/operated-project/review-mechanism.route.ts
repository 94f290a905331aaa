import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { reviewMechanism } from './review-mechanism.ts';

export const reviewProjectMechanismRoute = ({ projects }: Dependencies) =>
  answer(tieredSupportRoutes.reviewProjectMechanism, ({ params: { projectId }, body, because }) => {
    const command = { projectId, content: body.content, at: because.at };
    return projects.change(projectId, (project) => reviewMechanism(project, command), because);
  });
