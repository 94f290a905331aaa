import type { Doors } from '@steward/service';
import { defineCalendarRoute } from './calendar/define-calendar.route.ts';
import { listOfficialHolidaysRoute } from './calendar/list-official-holidays.route.ts';
import {
  listCalendarsRoute,
  readCalendarHistoryRoute,
  readCalendarRoute,
} from './calendar/read-calendar.route.ts';
import { reviseCalendarRoute } from './calendar/revise-calendar.route.ts';
import type { Dependencies } from './dependencies.ts';
import { defineSlaPolicyRoute, reviseSlaPolicyRoute } from './sla-policy/define-policy.route.ts';
import {
  listSlaPoliciesRoute,
  readSlaPolicyHistoryRoute,
  readSlaPolicyRoute,
} from './sla-policy/read-policy.route.ts';
import { disableSlaPolicyRoute, enableSlaPolicyRoute } from './sla-policy/switch-policy.route.ts';

export const serviceLevelDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    defineCalendarRoute(dependencies),
    reviseCalendarRoute(dependencies),
    readCalendarRoute(dependencies),
    listCalendarsRoute(dependencies),
    readCalendarHistoryRoute(dependencies),
    defineSlaPolicyRoute(dependencies),
    reviseSlaPolicyRoute(dependencies),
    disableSlaPolicyRoute(dependencies),
    enableSlaPolicyRoute(dependencies),
    readSlaPolicyRoute(dependencies),
    listSlaPoliciesRoute(dependencies),
    readSlaPolicyHistoryRoute(dependencies),
    listOfficialHolidaysRoute(),
  ],
  consumers: [],
  projections: [],
});
