import type { WorkOrderEvent, WorkOrderStatus } from '@steward/contracts';
import { requireWindow } from './plan-work-order.ts';
import { type PlannedWorkOrder, refuse, type WorkOrder } from './work-order.ts';

type StepEvent = Exclude<WorkOrderEvent, { type: 'WorkOrderPlanned' }>;
type Known = 'workOrderId' | 'ticketId' | 'accountId' | 'at';

/** A step, and what it says of its own. */
export type WorkStep = {
  [Event in StepEvent as Event['type']]: {
    readonly type: Event['type'];
    readonly data: Omit<Event['data'], Known>;
  };
}[StepEvent['type']];

export interface OnWorkOrder {
  readonly workOrderId: string;
  readonly at: Date;
}

interface Rule {
  readonly from: readonly WorkOrderStatus[];
  readonly otherwise: Parameters<typeof refuse>[0];
}

/** After what each step may come. */
export const stepRules: Record<WorkStep['type'], Rule> = {
  WorkOrderAssigned: { from: ['planned', 'assigned'], otherwise: 'work-order-not-planned' },
  WorkOrderStarted: { from: ['assigned'], otherwise: 'work-order-not-assigned' },
  WorkOrderCompleted: { from: ['started'], otherwise: 'work-order-not-started' },
  WorkOrderVisitFailed: { from: ['assigned', 'started'], otherwise: 'work-order-without-visit' },
  WorkOrderCancelled: { from: ['planned', 'assigned', 'awaited'], otherwise: 'work-order-begun' },
  WorkOrderReceived: { from: ['awaited'], otherwise: 'work-order-not-awaited' },
  WorkOrderInspected: { from: ['received'], otherwise: 'work-order-not-received' },
  WorkOrderSettled: { from: ['inspected'], otherwise: 'work-order-not-inspected' },
};

const requirePlanned = (workOrder: WorkOrder, { workOrderId, at }: OnWorkOrder) => {
  if (workOrder.status === 'absent')
    throw refuse('work-order-not-found', `There is no work order ${workOrderId}`);
  if (at.getTime() < Date.parse(workOrder.changedAt))
    throw refuse(
      'work-order-out-of-order',
      `Work order ${workOrderId} was last changed at ${workOrder.changedAt}`,
    );
  return workOrder;
};

const requireTurn = ({ status, workOrderId }: PlannedWorkOrder, { type }: WorkStep): void => {
  const { from, otherwise } = stepRules[type];
  if (!from.includes(status)) throw refuse(otherwise, `Work order ${workOrderId} is ${status}`);
};

/** Takes the next step of a work order; a visit goes one way, a return another. */
export const advanceWorkOrder = (
  workOrder: WorkOrder,
  on: OnWorkOrder,
  step: WorkStep,
): WorkOrderEvent[] => {
  const planned = requirePlanned(workOrder, on);
  requireTurn(planned, step);
  if (step.type === 'WorkOrderVisitFailed') requireWindow(step.data.window);
  const { workOrderId, ticketId, accountId } = planned;
  const data = { ...step.data, workOrderId, ticketId, accountId, at: on.at.toISOString() };
  return [{ type: step.type, data } as WorkOrderEvent];
};
