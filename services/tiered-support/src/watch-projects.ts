import type { Timer } from '@steward/service';
import type { Dependencies } from './dependencies.ts';

/** Tells that nothing is heard of a project, or that nobody is there for it, when that has lasted long enough. */
export const watchProjects = ({ projects }: Dependencies): Timer => ({
  name: 'watchProjects',
  due: (by, limit) => projects.due('nextAlarmAt', by, limit),
  // Every change of a project tells first of the silence before it; here nothing else follows.
  ring: (projectId, because) => projects.change(projectId, () => [], because),
});
