import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { reviseBrand } from './revise-brand.ts';

export const reviseProjectBrandRoute = ({ projects }: Dependencies) =>
  answer(tieredSupportRoutes.reviseProjectBrand, ({ params: { projectId }, body, because }) => {
    const command = { projectId, brand: body, at: because.at };
    return projects.change(projectId, (project) => reviseBrand(project, command), because);
  });
