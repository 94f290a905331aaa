import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { completeness } from './completeness.ts';

export const readProjectMechanismsRoute = ({ projects }: Dependencies) =>
  answer(tieredSupportRoutes.readProjectMechanisms, async ({ params: { projectId } }) => {
    const read = await projects.read(projectId);
    return exists(read) ? { projectId, ...completeness(read.state) } : undefined;
  });
