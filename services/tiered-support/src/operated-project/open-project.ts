import type { OperatedProjectEvent } from '@steward/contracts';
import { type OperatedProject, refuse } from './operated-project.ts';

export type OpenProject = Omit<OperatedProjectEvent['data'], 'projectId' | 'at'> & {
  readonly at: Date;
};

/** A project is named after its solution, so that whoever knows the one finds the other. */
export const openProject = (
  project: OperatedProject,
  { at, ...opened }: OpenProject,
): OperatedProjectEvent[] => {
  const projectId = opened.solutionId;
  if (project.status !== 'absent')
    throw refuse('operated-project-already-opened', `Project ${projectId} was already opened`);
  return [{ type: 'OperatedProjectOpened', data: { ...opened, projectId, at: at.toISOString() } }];
};
