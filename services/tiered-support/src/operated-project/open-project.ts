import type { OperatedProjectEvent } from '@steward/contracts';
import { type Opened, type OperatedProject, refuse } from './operated-project.ts';

export type OpenProject = Omit<Opened, 'projectId' | 'at' | 'watchedFrom'> & {
  readonly at: Date;
  readonly watchedFrom: Date;
};

/** A project is named after its solution, so that whoever knows the one finds the other. */
export const openProject = (
  project: OperatedProject,
  { at, watchedFrom, ...opened }: OpenProject,
): OperatedProjectEvent[] => {
  const projectId = opened.solutionId;
  if (project.status !== 'absent')
    throw refuse('operated-project-already-opened', `Project ${projectId} was already opened`);
  const moments = { at: at.toISOString(), watchedFrom: watchedFrom.toISOString() };
  return [{ type: 'OperatedProjectOpened', data: { ...opened, projectId, ...moments } }];
};
