import type { Doors } from '@steward/service';
import {
  listCustomerValuesRoute,
  readCustomerValueHistoryRoute,
  readCustomerValueRoute,
} from './customer-value/read-customer-value.route.ts';
import { valueCustomerRoute } from './customer-value/value-customer.route.ts';
import type { Dependencies } from './dependencies.ts';
import { readServiceGradeRoute } from './service-grade/read-grade.route.ts';

export const serviceGradeDoors = (dependencies: Dependencies): Doors => ({
  routes: [
    valueCustomerRoute(dependencies),
    readCustomerValueRoute(dependencies),
    listCustomerValuesRoute(dependencies),
    readCustomerValueHistoryRoute(dependencies),
    readServiceGradeRoute(dependencies),
  ],
  consumers: [],
  projections: [],
});
