import type { Doors } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import { openProjectOnSolutionWentLive } from './operated-project/open-project.consumer.ts';
import {
  listOperatedProjectsRoute,
  readOperatedProjectRoute,
} from './operated-project/read-project.route.ts';

export const projectDoors = (dependencies: Dependencies): Doors => ({
  routes: [readOperatedProjectRoute(dependencies), listOperatedProjectsRoute(dependencies)],
  consumers: [openProjectOnSolutionWentLive(dependencies)],
  projections: [],
});
