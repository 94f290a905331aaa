import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Because } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { advanceWorkOrder, type WorkStep } from './advance-work-order.ts';

interface Asked {
  readonly params: { readonly workOrderId: string };
  readonly because: Because;
}

const advance = (
  { workOrders }: Dependencies,
  { params: { workOrderId }, because }: Asked,
  step: WorkStep,
) => {
  const on = { workOrderId, at: because.at };
  return workOrders.change(
    workOrderId,
    (workOrder) => advanceWorkOrder(workOrder, on, step),
    because,
  );
};

export const assignWorkOrderRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.assignWorkOrder, (asked) =>
    advance(dependencies, asked, { type: 'WorkOrderAssigned', data: asked.body }),
  );

export const startWorkOrderRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.startWorkOrder, (asked) =>
    advance(dependencies, asked, { type: 'WorkOrderStarted', data: asked.body }),
  );

export const completeWorkOrderRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.completeWorkOrder, (asked) =>
    advance(dependencies, asked, { type: 'WorkOrderCompleted', data: asked.body }),
  );

export const failWorkOrderVisitRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.failWorkOrderVisit, (asked) =>
    advance(dependencies, asked, { type: 'WorkOrderVisitFailed', data: asked.body }),
  );

export const cancelWorkOrderRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.cancelWorkOrder, (asked) =>
    advance(dependencies, asked, { type: 'WorkOrderCancelled', data: asked.body }),
  );

export const receiveReturnRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.receiveReturn, (asked) =>
    advance(dependencies, asked, { type: 'WorkOrderReceived', data: asked.body }),
  );

export const inspectReturnRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.inspectReturn, (asked) =>
    advance(dependencies, asked, { type: 'WorkOrderInspected', data: asked.body }),
  );

export const settleReturnRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.settleReturn, (asked) =>
    advance(dependencies, asked, { type: 'WorkOrderSettled', data: asked.body }),
  );
