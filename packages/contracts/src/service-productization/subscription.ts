import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name } from '../primitives.ts';
import { IncludedSupport } from '../tiered-support/entitlement.ts';
import { Price } from './offering.ts';

export const SubscriptionStarted = event(
  'SubscriptionStarted',
  'service-productization.subscription.started.v1',
  z.object({
    subscriptionId: Id,
    accountId: Id,
    opportunityId: Id,
    offeringId: Id,
    offeringName: Name,
    quantity: z.int().min(1),
    /** The price of that day: later changes of the catalogue never alter a running contract. */
    price: Price,
    /** The support that came with each unit on that day. */
    support: IncludedSupport.optional(),
    at: Instant,
  }),
);

export const subscriptionNoun = noun('service-productization.subscription', [SubscriptionStarted]);
export type SubscriptionEvent = EventOf<(typeof subscriptionNoun.events)[number]>;
