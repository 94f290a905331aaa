import type { OrderEvent } from '@steward/contracts';
import { type Order, refuse } from './order.ts';

export type PlaceOrder = Omit<OrderEvent['data'], 'at' | 'orderId'> & { readonly at: Date };

/** An opportunity is won once, so its id serves its order too, and a second one cannot come to be. */
export const placeOrder = (order: Order, { at, ...bought }: PlaceOrder): OrderEvent[] => {
  const orderId = bought.opportunityId;
  if (order.status !== 'absent')
    throw refuse('order-already-placed', `Order ${orderId} was already placed`);
  return [{ type: 'OrderPlaced', data: { orderId, ...bought, at: at.toISOString() } }];
};
