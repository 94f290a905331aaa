import type { Brand, OperatedProjectEvent } from '@steward/contracts';
import { factOf, type OnProject, type OperatedProject, requireOpened } from './operated-project.ts';

export interface ReviseBrand extends OnProject {
  readonly brand: Brand;
}

export const reviseBrand = (
  project: OperatedProject,
  { projectId, brand, at }: ReviseBrand,
): OperatedProjectEvent[] => {
  const opened = requireOpened(project, projectId);
  return [{ type: 'ProjectBrandRevised', data: { ...factOf(opened, at), brand } }];
};
