import type { Doors } from '@steward/service';
import { answerConsultRoute, askExpertRoute } from './consult/ask-expert.route.ts';
import {
  listConsultsRoute,
  readConsultHistoryRoute,
  readConsultRoute,
} from './consult/read-consult.route.ts';
import type { Dependencies } from './dependencies.ts';
import {
  assignWorkOrderRoute,
  cancelWorkOrderRoute,
  completeWorkOrderRoute,
  failWorkOrderVisitRoute,
  inspectReturnRoute,
  receiveReturnRoute,
  settleReturnRoute,
  startWorkOrderRoute,
} from './work-order/advance-work-order.route.ts';
import { planWorkOrderRoute } from './work-order/plan-work-order.route.ts';
import {
  listWorkOrdersRoute,
  readWorkOrderHistoryRoute,
  readWorkOrderRoute,
} from './work-order/read-work-order.route.ts';

export const afterSalesDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    planWorkOrderRoute(dependencies),
    assignWorkOrderRoute(dependencies),
    startWorkOrderRoute(dependencies),
    completeWorkOrderRoute(dependencies),
    failWorkOrderVisitRoute(dependencies),
    cancelWorkOrderRoute(dependencies),
    receiveReturnRoute(dependencies),
    inspectReturnRoute(dependencies),
    settleReturnRoute(dependencies),
    readWorkOrderRoute(dependencies),
    listWorkOrdersRoute(dependencies),
    readWorkOrderHistoryRoute(dependencies),
    askExpertRoute(dependencies),
    answerConsultRoute(dependencies),
    readConsultRoute(dependencies),
    listConsultsRoute(dependencies),
    readConsultHistoryRoute(dependencies),
  ],
  consumers: [],
  projections: [],
});
