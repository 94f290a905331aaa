import type { Doors } from '@steward/service';
import { customers } from './customer/customers.projection.ts';
import { identifyCallerRoute } from './customer/identify-caller.route.ts';
import type { Dependencies } from './dependencies.ts';

export const customerDoors = (dependencies: Dependencies): Doors => ({
  routes: [identifyCallerRoute(dependencies)],
  consumers: [],
  projections: [customers],
});
