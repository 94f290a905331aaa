import type { OrderEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

type Placed = Omit<OrderEvent['data'], 'at'> & { readonly placedAt: string };

/** What the customer bought, as it was won. */
export type Order = { readonly status: 'absent' } | (Placed & { readonly status: 'placed' });
export type PlacedOrder = Extract<Order, { status: 'placed' }>;

export const refuse = refusals({ 'order-already-placed': 'conflict' });

const evolve = (_: Order, { data: { at, ...placed } }: OrderEvent): Order => ({
  status: 'placed',
  ...placed,
  placedAt: at,
});

export const order: Aggregate<Order, OrderEvent> = {
  name: 'order',
  initial: { status: 'absent' },
  evolve,
};
