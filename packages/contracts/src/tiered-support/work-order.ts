import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name, Text } from '../primitives.ts';

/** What somebody goes out for, or what a customer sends back. */
export const WorkKind = z.enum(['install', 'repair', 'return']);
export type WorkKind = z.output<typeof WorkKind>;

/** A visit is planned, assigned, started and completed; a return awaited, received, inspected and settled. */
export const WorkOrderStatus = z.enum([
  'planned',
  'assigned',
  'started',
  'completed',
  'awaited',
  'received',
  'inspected',
  'refunded',
  'replaced',
  'rejected',
  'cancelled',
]);
export type WorkOrderStatus = z.output<typeof WorkOrderStatus>;

/** When somebody comes, or by when something is to arrive. */
export const WorkWindow = z.object({ from: Instant, to: Instant });
export type WorkWindow = z.output<typeof WorkWindow>;

/** What a work order is about, from its plan on. */
export const WorkPlan = z.object({
  kind: WorkKind,
  window: WorkWindow,
  /** The address, in words. */
  site: Text.min(1),
  product: Name,
  serial: Id.optional(),
});
export type WorkPlan = z.output<typeof WorkPlan>;

export const Technician = z.string().min(1).max(200);

/** What was done at the site, and with what. */
export const WorkDone = z.object({
  done: Text.min(1),
  parts: z
    .array(z.object({ part: Name, quantity: z.int().min(1) }))
    .max(200)
    .default([]),
  minutes: z.int().min(0).max(100_000),
});
export type WorkDone = z.output<typeof WorkDone>;

const workOrder = { workOrderId: Id, ticketId: Id, accountId: Id, at: Instant };
const why = Text.min(1);

export const WorkOrderPlanned = event(
  'WorkOrderPlanned',
  'tiered-support.work-order.planned.v1',
  z.object({ ...workOrder, plan: WorkPlan }),
);

export const WorkOrderAssigned = event(
  'WorkOrderAssigned',
  'tiered-support.work-order.assigned.v1',
  z.object({ ...workOrder, technician: Technician }),
);

export const WorkOrderStarted = event(
  'WorkOrderStarted',
  'tiered-support.work-order.started.v1',
  z.object(workOrder),
);

/** The work is done; whether that settles the ticket is for whoever holds it to say. */
export const WorkOrderCompleted = event(
  'WorkOrderCompleted',
  'tiered-support.work-order.completed.v1',
  z.object({ ...workOrder, ...WorkDone.shape }),
);

/** Nobody was there, or something was missing: it is planned anew, for another time. */
export const WorkOrderVisitFailed = event(
  'WorkOrderVisitFailed',
  'tiered-support.work-order.visit-failed.v1',
  z.object({ ...workOrder, why, window: WorkWindow }),
);

export const WorkOrderCancelled = event(
  'WorkOrderCancelled',
  'tiered-support.work-order.cancelled.v1',
  z.object({ ...workOrder, why }),
);

export const WorkOrderReceived = event(
  'WorkOrderReceived',
  'tiered-support.work-order.received.v1',
  z.object(workOrder),
);

export const WorkOrderInspected = event(
  'WorkOrderInspected',
  'tiered-support.work-order.inspected.v1',
  z.object({ ...workOrder, finding: Text.min(1) }),
);

/** How a return ends. */
export const ReturnOutcome = WorkOrderStatus.extract(['refunded', 'replaced', 'rejected']);

export const WorkOrderSettled = event(
  'WorkOrderSettled',
  'tiered-support.work-order.settled.v1',
  z.object({ ...workOrder, outcome: ReturnOutcome, why: why.optional() }),
);

export const workOrderNoun = noun('tiered-support.work-order', [
  WorkOrderPlanned,
  WorkOrderAssigned,
  WorkOrderStarted,
  WorkOrderCompleted,
  WorkOrderVisitFailed,
  WorkOrderCancelled,
  WorkOrderReceived,
  WorkOrderInspected,
  WorkOrderSettled,
]);
export type WorkOrderEvent = EventOf<(typeof workOrderNoun.events)[number]>;
