import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Money } from '../primitives.ts';
import { SoldLine } from './opportunity.ts';

export const OrderPlaced = event(
  'OrderPlaced',
  'opportunity.order.placed.v1',
  z.object({
    orderId: Id,
    opportunityId: Id,
    accountId: Id,
    value: Money,
    lines: z.array(SoldLine).min(1),
    at: Instant,
  }),
);

export const orderNoun = noun('opportunity.order', [OrderPlaced]);
export type OrderEvent = EventOf<(typeof orderNoun.events)[number]>;
