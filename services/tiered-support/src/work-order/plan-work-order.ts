import type { Tier, WorkOrderEvent, WorkPlan, WorkWindow } from '@steward/contracts';
import { refuse, type WorkOrder } from './work-order.ts';

export interface PlanWorkOrder {
  readonly workOrderId: string;
  /** The ticket as it stands. */
  readonly ticket: {
    readonly ticketId: string;
    readonly accountId: string;
    readonly status: string;
    readonly arrangement: { readonly tier: Tier };
  };
  readonly plan: WorkPlan;
  readonly at: Date;
}

export const requireWindow = ({ from, to }: WorkWindow): void => {
  if (Date.parse(to) <= Date.parse(from))
    throw refuse('work-order-window-empty', `There is no time between ${from} and ${to}`);
};

/** After-sales works behind the call centre of the third tier; other tiers have teams of their own on site. */
export const planWorkOrder = (
  workOrder: WorkOrder,
  { workOrderId, ticket, plan, at }: PlanWorkOrder,
): WorkOrderEvent[] => {
  if (workOrder.status !== 'absent')
    throw refuse('work-order-already-planned', `Work order ${workOrderId} was already planned`);
  const { ticketId, accountId, status, arrangement } = ticket;
  if (arrangement.tier !== 3)
    throw refuse('work-order-not-in-tier-3', `Ticket ${ticketId} is of tier ${arrangement.tier}`);
  if (status === 'cancelled')
    throw refuse('work-order-ticket-cancelled', `Ticket ${ticketId} was cancelled`);
  requireWindow(plan.window);
  const data = { workOrderId, ticketId, accountId, plan, at: at.toISOString() };
  return [{ type: 'WorkOrderPlanned', data }];
};
