import type {
  DataOf,
  WorkDone,
  WorkOrderEvent,
  WorkOrderStatus,
  WorkPlan,
} from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';

/** Work at a customer's, or what a customer sends back, because of one ticket. */
export type WorkOrder =
  | { readonly status: 'absent' }
  | (WorkPlan & {
      readonly status: WorkOrderStatus;
      readonly workOrderId: string;
      readonly ticketId: string;
      readonly accountId: string;
      readonly technician?: string | undefined;
      readonly failedVisits: number;
      readonly work?: WorkDone;
      readonly finding?: string;
      readonly plannedAt: string;
      readonly changedAt: string;
    });
export type PlannedWorkOrder = Existing<WorkOrder>;

export const refuse = refusals({
  'work-order-already-planned': 'conflict',
  'work-order-not-found': 'notFound',
  'work-order-not-in-tier-3': 'conflict',
  'work-order-ticket-cancelled': 'conflict',
  'work-order-window-empty': 'invalid',
  'work-order-out-of-order': 'conflict',
  'work-order-not-planned': 'conflict',
  'work-order-not-assigned': 'conflict',
  'work-order-not-started': 'conflict',
  'work-order-without-visit': 'conflict',
  'work-order-begun': 'conflict',
  'work-order-not-awaited': 'conflict',
  'work-order-not-received': 'conflict',
  'work-order-not-inspected': 'conflict',
});

const begin = ({
  plan,
  at,
  ...named
}: DataOf<WorkOrderEvent, 'WorkOrderPlanned'>): PlannedWorkOrder => ({
  status: plan.kind === 'return' ? 'awaited' : 'planned',
  ...named,
  ...plan,
  failedVisits: 0,
  plannedAt: at,
  changedAt: at,
});

const evolve = (workOrder: WorkOrder, { type, data }: WorkOrderEvent): WorkOrder => {
  if (type === 'WorkOrderPlanned') return begin(data);
  if (workOrder.status === 'absent') return workOrder;
  const touched = { ...workOrder, changedAt: data.at };
  switch (type) {
    case 'WorkOrderAssigned':
      return { ...touched, status: 'assigned', technician: data.technician };
    case 'WorkOrderStarted':
      return { ...touched, status: 'started' };
    case 'WorkOrderCompleted': {
      const { done, parts, minutes } = data;
      return { ...touched, status: 'completed', work: { done, parts, minutes } };
    }
    case 'WorkOrderVisitFailed': {
      const { window } = data;
      const failedVisits = workOrder.failedVisits + 1;
      return { ...touched, status: 'planned', window, failedVisits, technician: undefined };
    }
    case 'WorkOrderCancelled':
      return { ...touched, status: 'cancelled' };
    case 'WorkOrderReceived':
      return { ...touched, status: 'received' };
    case 'WorkOrderInspected':
      return { ...touched, status: 'inspected', finding: data.finding };
    case 'WorkOrderSettled':
      return { ...touched, status: data.outcome };
  }
};

export const workOrder: Aggregate<WorkOrder, WorkOrderEvent> = {
  name: 'work-order',
  initial: { status: 'absent' },
  evolve,
};
