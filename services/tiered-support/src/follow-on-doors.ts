import type { Doors } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import { linkFollowOnRoute } from './follow-on/link-follow-on.route.ts';
import { noteOutcomeOfOpportunity } from './follow-on/note-outcome.consumer.ts';
import {
  listFollowOnsRoute,
  readFollowOnHistoryRoute,
  readFollowOnRoute,
} from './follow-on/read-follow-on.route.ts';

export const followOnDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    linkFollowOnRoute(dependencies),
    readFollowOnRoute(dependencies),
    listFollowOnsRoute(dependencies),
    readFollowOnHistoryRoute(dependencies),
  ],
  consumers: [noteOutcomeOfOpportunity(dependencies)],
  projections: [],
});
