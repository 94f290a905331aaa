import type { Projection } from '@steward/bus';
import { type Money, type OrderEvent, orderNoun } from '@steward/contracts';

/** One order, with each offering in it once. */
export interface PlacedOrder {
  readonly accountId: string;
  readonly offeringIds: readonly string[];
  readonly value: Money;
}

export const placedOrders: Projection<PlacedOrder, OrderEvent> = {
  name: 'placed-orders',
  nouns: [orderNoun],
  keyOf: ({ data }) => data.orderId,
  apply: (_, { data: { accountId, lines, value } }) => ({
    accountId,
    offeringIds: [...new Set(lines.map(({ offeringId }) => offeringId))],
    value,
  }),
};
