import { z } from 'zod';
import { Id, Instant, Name } from '../primitives.ts';
import { command, History, page, paging, query, routes } from '../route.ts';
import { IncludedSupport } from '../tiered-support/entitlement.ts';
import { BusinessType, Price } from './offering.ts';
import { offeringCandidateRoutes } from './offering-candidate-routes.ts';

export const Offering = z.object({
  offeringId: Id,
  name: Name,
  businessType: BusinessType,
  unit: Id,
  price: Price,
  support: IncludedSupport.optional(),
  status: z.enum(['published', 'retired']),
  version: z.int(),
});

export const Subscription = z.object({
  subscriptionId: Id,
  accountId: Id,
  opportunityId: Id,
  offeringId: Id,
  offeringName: Name,
  quantity: z.int(),
  price: Price,
  support: IncludedSupport.optional(),
  startedAt: Instant,
  version: z.int(),
});

export const serviceProductizationRoutes = routes('service-productization', {
  publishOffering: command('/v1/offerings', {
    summary: 'Publish something that can be sold, with its price',
    scope: 'catalogue:write',
    creates: true,
    body: {
      offeringId: Id.optional(),
      name: Name,
      businessType: BusinessType,
      unit: Id,
      price: Price.extend({ amountMinor: z.int().min(0) }),
      support: IncludedSupport.optional(),
    },
  }),
  retireOffering: command('/v1/offerings/:offeringId/retirement', {
    summary: 'Sell an offering no more; running subscriptions go on',
    scope: 'catalogue:write',
    body: {},
  }),
  readOffering: query('/v1/offerings/:offeringId', {
    summary: 'One offering',
    scope: 'catalogue:read',
    answer: Offering,
  }),
  listOfferings: query('/v1/offerings', {
    summary: 'The catalogue by id, filtered',
    scope: 'catalogue:read',
    filters: { ...paging, unit: Id.optional(), businessType: BusinessType.optional() },
    answer: page(Offering),
  }),
  readOfferingHistory: query('/v1/offerings/:offeringId/history', {
    summary: 'Every event of an offering with actor, reason, time and cause',
    scope: 'catalogue:read',
    filters: paging,
    answer: History,
  }),
  readSubscription: query('/v1/subscriptions/:subscriptionId', {
    summary: 'One subscription',
    scope: 'accounts:read',
    answer: Subscription,
  }),
  listSubscriptions: query('/v1/subscriptions', {
    summary: 'Subscriptions by id, filtered',
    scope: 'accounts:read',
    filters: { ...paging, accountId: Id.optional(), opportunityId: Id.optional() },
    answer: page(Subscription),
  }),
  ...offeringCandidateRoutes,
});
