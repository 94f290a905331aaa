import { opportunityRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, maySee } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { PlacedOrder } from './order.ts';

/** An order as the outside sees it. */
const orderAnswer = ({ version, state: { status: _, ...seen } }: Read<PlacedOrder>) => ({
  ...seen,
  version,
});

export const readOrderRoute = ({ orders }: Dependencies) =>
  answer(opportunityRoutes.readOrder, async ({ params: { orderId }, principal }) => {
    const read = await orders.read(orderId);
    return exists(read) && maySee(principal, { accountId: read.state.accountId })
      ? orderAnswer(read)
      : undefined;
  });
