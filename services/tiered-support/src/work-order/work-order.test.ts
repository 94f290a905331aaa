import { type WorkOrderEvent, type WorkOrderStatus, workOrderNoun } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { onWorkOrder, workOrderPasts, workPlan } from '../fixtures/work-orders.ts';
import { advanceWorkOrder, type WorkStep } from './advance-work-order.ts';
import { type PlanWorkOrder, planWorkOrder } from './plan-work-order.ts';
import { workOrder } from './work-order.ts';

const given = scenario(workOrder);
const { workOrderId, ticketId, accountId, at } = onWorkOrder;
const now = new Date(at);
const ticket = { ticketId, accountId, status: 'queued', arrangement: { tier: 3 } } as const;
const plan = (changes: Partial<PlanWorkOrder> = {}): PlanWorkOrder => ({
  workOrderId,
  ticket,
  plan: workPlan(),
  at: now,
  ...changes,
});
const later = { from: '2026-03-04T09:00:00.000Z', to: '2026-03-04T12:00:00.000Z' };
const nowhen = { from: later.to, to: later.from };
const stateAfter = (...events: WorkOrderEvent[]) =>
  events.reduce(workOrder.evolve, workOrder.initial);

describe('plan a work order', () => {
  it.each(['install', 'repair', 'return'] as const)(
    'R101: plans a %s in the third tier',
    (kind) => {
      const planned = { ...onWorkOrder, plan: workPlan({ kind }) };
      given()
        .when((order) => planWorkOrder(order, plan({ plan: workPlan({ kind }) })))
        .thenEmits({ type: 'WorkOrderPlanned', data: planned });
    },
  );

  it.each([1, 2] as const)('R101: plans none for a ticket of tier %s', (tier) => {
    given()
      .when((order) => planWorkOrder(order, plan({ ticket: { ...ticket, arrangement: { tier } } })))
      .thenRefuses('work-order-not-in-tier-3');
  });

  it.each([
    {
      what: 'that is there already',
      past: workOrderPasts.planned,
      change: {},
      code: 'work-order-already-planned',
    },
    {
      what: 'for a ticket that came to nothing',
      past: [],
      change: { ticket: { ...ticket, status: 'cancelled' } },
      code: 'work-order-ticket-cancelled',
    },
    {
      what: 'that ends before it begins',
      past: [],
      change: { plan: workPlan({ window: nowhen }) },
      code: 'work-order-window-empty',
    },
  ])('refuses one $what', ({ past, change, code }) => {
    given(...past)
      .when((order) => planWorkOrder(order, plan(change)))
      .thenRefuses(code);
  });
});

interface Turn {
  readonly step: WorkStep;
  /** Where each of the statuses that it may come after leads to. */
  readonly from: Partial<Record<WorkOrderStatus, WorkOrderStatus>>;
  readonly otherwise: string;
}

const turns: Turn[] = [
  {
    step: { type: 'WorkOrderAssigned', data: { technician: 'ida' } },
    from: { planned: 'assigned', assigned: 'assigned' },
    otherwise: 'work-order-not-planned',
  },
  {
    step: { type: 'WorkOrderStarted', data: {} },
    from: { assigned: 'started' },
    otherwise: 'work-order-not-assigned',
  },
  {
    step: {
      type: 'WorkOrderCompleted',
      data: { done: 'New seal', parts: [{ part: 'Seal', quantity: 1 }], minutes: 40 },
    },
    from: { started: 'completed' },
    otherwise: 'work-order-not-started',
  },
  {
    step: { type: 'WorkOrderVisitFailed', data: { why: 'Nobody there', window: later } },
    from: { assigned: 'planned', started: 'planned' },
    otherwise: 'work-order-without-visit',
  },
  {
    step: { type: 'WorkOrderCancelled', data: { why: 'Sold it' } },
    from: { planned: 'cancelled', assigned: 'cancelled', awaited: 'cancelled' },
    otherwise: 'work-order-begun',
  },
  {
    step: { type: 'WorkOrderReceived', data: {} },
    from: { awaited: 'received' },
    otherwise: 'work-order-not-awaited',
  },
  {
    step: { type: 'WorkOrderInspected', data: { finding: 'Cracked' } },
    from: { received: 'inspected' },
    otherwise: 'work-order-not-received',
  },
  ...(['refunded', 'replaced', 'rejected'] as const).map(
    (outcome): Turn => ({
      step: { type: 'WorkOrderSettled', data: { outcome } },
      from: { inspected: outcome },
      otherwise: 'work-order-not-inspected',
    }),
  ),
];

const rows = turns.flatMap(({ step, from, otherwise }) =>
  Object.entries(workOrderPasts).map(([status, past]) => ({
    step,
    type: step.type,
    status,
    past,
    to: from[status as WorkOrderStatus],
    otherwise,
  })),
);

describe('a step of a work order', () => {
  const take = (step: WorkStep) => (order: ReturnType<typeof stateAfter>) =>
    advanceWorkOrder(order, { workOrderId, at: now }, step);

  it.each(rows.filter(({ to }) => to))('$type leads from $status to $to', (row) => {
    const { step, past, to } = row;
    const event = { type: step.type, data: { ...onWorkOrder, ...step.data } } as WorkOrderEvent;
    given(...past)
      .when(take(step))
      .thenEmits(event);
    expect(stateAfter(...past, event)).toMatchObject({ status: to });
    const contract = workOrderNoun.events.find(({ type }) => type === step.type);
    expect(contract?.parse(event)).toEqual(event);
  });

  it.each(rows.filter(({ to }) => !to))('$type is refused when it is $status', (row) => {
    given(...row.past)
      .when(take(row.step))
      .thenRefuses(row.otherwise);
  });

  const start: WorkStep = { type: 'WorkOrderStarted', data: {} };
  it.each([
    { what: 'of what is not there', past: [], step: start, code: 'work-order-not-found' },
    {
      what: 'that comes before the last',
      past: workOrderPasts.assigned,
      step: start,
      on: { workOrderId, at: new Date('2026-03-02T09:59:59.999Z') },
      code: 'work-order-out-of-order',
    },
    {
      what: 'to a time that ends before it begins',
      past: workOrderPasts.assigned,
      step: { type: 'WorkOrderVisitFailed', data: { why: 'Rain', window: nowhen } } as const,
      code: 'work-order-window-empty',
    },
  ])('is refused $what', ({ past, step, on = { workOrderId, at: now }, code }) => {
    given(...past)
      .when((order) => advanceWorkOrder(order, on, step))
      .thenRefuses(code);
  });

  it('is planned anew for another time and another technician, and counts the visit', () => {
    const failed: WorkOrderEvent = {
      type: 'WorkOrderVisitFailed',
      data: { ...onWorkOrder, why: 'Nobody there', window: later },
    };
    const state = stateAfter(...workOrderPasts.started, failed);
    expect(state).toMatchObject({ status: 'planned', window: later, failedVisits: 1 });
    expect(state).toMatchObject({ technician: undefined });
  });
});
