import type { OperatedProjectEvent, Watch } from '@steward/contracts';
import { factOf, type OnProject, type OperatedProject, requireOpened } from './operated-project.ts';

export interface WatchProject extends OnProject {
  readonly watch: Watch;
}

export const watchProject = (
  project: OperatedProject,
  { projectId, watch, at }: WatchProject,
): OperatedProjectEvent[] => {
  const opened = requireOpened(project, projectId);
  return [{ type: 'ProjectWatchSet', data: { ...factOf(opened, at), watch } }];
};
