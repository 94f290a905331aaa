import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { requireRaised } from '../ticket/require-ticket.ts';
import { planWorkOrder } from './plan-work-order.ts';

export const planWorkOrderRoute = ({ tickets, workOrders, newId }: Dependencies) =>
  answer(tieredSupportRoutes.planWorkOrder, async ({ body, because }) => {
    const { workOrderId = newId(), ticketId, ...plan } = body;
    const ticket = requireRaised(ticketId, await tickets.read(ticketId));
    const command = { workOrderId, ticket, plan, at: because.at };
    return workOrders.create(
      workOrderId,
      (workOrder) => planWorkOrder(workOrder, command),
      because,
    );
  });
