import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Money, Name } from '../primitives.ts';
import { IncludedSupport } from '../tiered-support/entitlement.ts';

export const BusinessType = z.enum(['solution', 'service', 'platform', 'data-service']);
export const Period = z.enum(['once', 'month', 'year']);

/** What one unit of an offering costs, and how often. */
export const Price = z.object({ ...Money.shape, per: Period });
export type Price = z.output<typeof Price>;

export const OfferingPublished = event(
  'OfferingPublished',
  'service-productization.offering.published.v1',
  z.object({
    offeringId: Id,
    name: Name,
    businessType: BusinessType,
    unit: Id,
    price: Price,
    /** The support that comes with each unit of it. */
    support: IncludedSupport.optional(),
    at: Instant,
  }),
);

export const OfferingRetired = event(
  'OfferingRetired',
  'service-productization.offering.retired.v1',
  z.object({ offeringId: Id, at: Instant }),
);

export const offeringNoun = noun('service-productization.offering', [
  OfferingPublished,
  OfferingRetired,
]);
export type OfferingEvent = EventOf<(typeof offeringNoun.events)[number]>;
