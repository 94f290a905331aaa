import type { Doors } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import {
  bookResourcePoolRoute,
  changePoolBookingRoute,
  releasePoolBookingRoute,
} from './resource-pool/book-pool.route.ts';
import {
  defineResourcePoolRoute,
  reviseResourcePoolRoute,
} from './resource-pool/define-pool.route.ts';
import { poolBookings } from './resource-pool/pool-bookings.projection.ts';
import {
  listPoolBookingsRoute,
  listResourcePoolsRoute,
  readPoolAvailabilityRoute,
  readPoolUtilisationRoute,
  readResourcePoolHistoryRoute,
  readResourcePoolRoute,
} from './resource-pool/read-pool.route.ts';

export const resourcePoolDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    defineResourcePoolRoute(dependencies),
    reviseResourcePoolRoute(dependencies),
    bookResourcePoolRoute(dependencies),
    changePoolBookingRoute(dependencies),
    releasePoolBookingRoute(dependencies),
    readResourcePoolRoute(dependencies),
    listResourcePoolsRoute(dependencies),
    listPoolBookingsRoute(dependencies),
    readPoolAvailabilityRoute(dependencies),
    readPoolUtilisationRoute(dependencies),
    readResourcePoolHistoryRoute(dependencies),
  ],
  consumers: [],
  projections: [poolBookings],
});
