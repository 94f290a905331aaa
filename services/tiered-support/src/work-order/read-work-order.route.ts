import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { PlannedWorkOrder } from './work-order.ts';

const workOrderAnswer = ({ version, state }: Read<PlannedWorkOrder>) => ({ ...state, version });

export const readWorkOrderRoute = ({ workOrders }: Dependencies) =>
  answer(tieredSupportRoutes.readWorkOrder, async ({ params: { workOrderId } }) => {
    const read = await workOrders.read(workOrderId);
    return exists(read) ? workOrderAnswer(read) : undefined;
  });

export const listWorkOrdersRoute = ({ workOrders }: Dependencies) =>
  answer(tieredSupportRoutes.listWorkOrders, async ({ query }) => {
    const { ticketId, status, technician, kind, ...request } = query;
    const page = await workOrders.list({ ticketId, status, technician, kind }, request);
    return { ...page, items: page.items.filter(exists).map(workOrderAnswer) };
  });

export const readWorkOrderHistoryRoute = ({ workOrders }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readWorkOrderHistory, workOrders);
