import type { Doors } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import {
  assignOutsourcerOwnerRoute,
  deactivateOutsourcerRoute,
  engageOutsourcerRoute,
  reactivateOutsourcerRoute,
  reviseOutsourcerRoute,
} from './outsourcer/engage-outsourcer.route.ts';
import { hearOutsourcerOnEntryTaken } from './outsourcer/hear-outsourcer.consumer.ts';
import { noticeSilence } from './outsourcer/hear-outsourcer.ts';
import { outsourcerEntries } from './outsourcer/outsourcer-entries.projection.ts';
import {
  listOutsourcersRoute,
  readOutsourcerHistoryRoute,
  readOutsourcerLagRoute,
  readOutsourcerRoute,
} from './outsourcer/read-outsourcer.route.ts';
import { ringDue } from './ring-due.ts';

export const outsourcerDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    engageOutsourcerRoute(dependencies),
    reviseOutsourcerRoute(dependencies),
    assignOutsourcerOwnerRoute(dependencies),
    deactivateOutsourcerRoute(dependencies),
    reactivateOutsourcerRoute(dependencies),
    readOutsourcerRoute(dependencies),
    listOutsourcersRoute(dependencies),
    readOutsourcerHistoryRoute(dependencies),
    readOutsourcerLagRoute(dependencies),
  ],
  consumers: [hearOutsourcerOnEntryTaken(dependencies)],
  projections: [outsourcerEntries],
  timers: [ringDue('noticeSilentOutsourcers', dependencies.outsourcers, 'dueAt', noticeSilence)],
});
