import type { Doors } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import { chargeHoursOnTicketResolved } from './entitlement/charge-hours.consumer.ts';
import {
  openEntitlementRoute,
  reviseEntitlementRoute,
} from './entitlement/open-entitlement.route.ts';
import { openEntitlementOnSubscriptionStarted } from './entitlement/open-with-subscription.consumer.ts';
import {
  listEntitlementsRoute,
  readEntitlementHistoryRoute,
  readEntitlementRoute,
} from './entitlement/read-entitlement.route.ts';
import { returnChargeOfTicket } from './entitlement/return-charge.consumer.ts';

export const entitlementDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    openEntitlementRoute(dependencies),
    reviseEntitlementRoute(dependencies),
    readEntitlementRoute(dependencies),
    listEntitlementsRoute(dependencies),
    readEntitlementHistoryRoute(dependencies),
  ],
  consumers: [
    openEntitlementOnSubscriptionStarted(dependencies),
    chargeHoursOnTicketResolved(dependencies),
    returnChargeOfTicket(dependencies),
  ],
  projections: [],
});
