import { z } from 'zod';
import { Id, Instant, Text } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import {
  ReturnOutcome,
  Technician,
  WorkDone,
  WorkKind,
  WorkOrderStatus,
  WorkPlan,
  WorkWindow,
} from './work-order.ts';

const scope = 'support:work';
const why = Text.min(1);

export const WorkOrder = z.object({
  workOrderId: Id,
  ticketId: Id,
  accountId: Id,
  status: WorkOrderStatus,
  ...WorkPlan.shape,
  technician: Technician.optional(),
  failedVisits: z.int(),
  work: WorkDone.optional(),
  /** What the inspection of a return has found. */
  finding: Text.optional(),
  plannedAt: Instant,
  changedAt: Instant,
  version: z.int(),
});

export const workOrderRoutes = {
  planWorkOrder: command('/v1/work-orders', {
    summary: 'Plan an installation, a repair or a return for a ticket of the third tier',
    scope,
    creates: true,
    body: { workOrderId: Id.optional(), ticketId: Id, ...WorkPlan.shape },
  }),
  assignWorkOrder: command('/v1/work-orders/:workOrderId/assignment', {
    summary: 'Say who goes there; another one may be named until the work is started',
    scope,
    body: { technician: Technician },
  }),
  startWorkOrder: command('/v1/work-orders/:workOrderId/start', {
    summary: 'Start the work at the site',
    scope,
    body: {},
  }),
  completeWorkOrder: command('/v1/work-orders/:workOrderId/completion', {
    summary: 'Say what was done, with which parts and in how many minutes; the ticket stays open',
    scope,
    body: WorkDone.shape,
  }),
  failWorkOrderVisit: command('/v1/work-orders/:workOrderId/failed-visit', {
    summary: 'Say why a visit came to nothing, and when the next one is to be',
    scope,
    body: { why, window: WorkWindow },
  }),
  cancelWorkOrder: command('/v1/work-orders/:workOrderId/cancellation', {
    summary: 'Cancel what nobody has begun',
    scope,
    body: { why },
  }),
  receiveReturn: command('/v1/work-orders/:workOrderId/receipt', {
    summary: 'Say that what a customer sent back has arrived',
    scope,
    body: {},
  }),
  inspectReturn: command('/v1/work-orders/:workOrderId/inspection', {
    summary: 'Say what the inspection of a return has found',
    scope,
    body: { finding: Text.min(1) },
  }),
  settleReturn: command('/v1/work-orders/:workOrderId/settlement', {
    summary: 'Refund, replace or reject what was sent back',
    scope,
    body: { outcome: ReturnOutcome, why: why.optional() },
  }),
  readWorkOrder: query('/v1/work-orders/:workOrderId', {
    summary: 'One work order',
    scope: 'support:read',
    answer: WorkOrder,
  }),
  listWorkOrders: query('/v1/work-orders', {
    summary: 'Work orders by id, filtered',
    scope: 'support:read',
    filters: {
      ...paging,
      ticketId: Id.optional(),
      status: WorkOrderStatus.optional(),
      technician: Technician.optional(),
      kind: WorkKind.optional(),
    },
    answer: page(WorkOrder),
  }),
  readWorkOrderHistory: query('/v1/work-orders/:workOrderId/history', {
    summary: 'Every step of a work order',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};
