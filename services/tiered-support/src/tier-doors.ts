import type { Doors } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import {
  readTierPolicyHistoryRoute,
  readTierPolicyRoute,
  resolveTierRoute,
} from './tier/read-tier-policy.route.ts';
import { reviseTierPolicyRoute } from './tier/revise-tier-policy.route.ts';

export const tierDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    reviseTierPolicyRoute(dependencies),
    readTierPolicyRoute(dependencies),
    readTierPolicyHistoryRoute(dependencies),
    resolveTierRoute(dependencies),
  ],
  consumers: [],
  projections: [],
});
