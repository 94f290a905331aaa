import { z } from 'zod';
import { Id, Instant, Money, Name, Text } from '../primitives.ts';
import { command, History, page, paging, query, routes } from '../route.ts';
import { HeardNeed, LossReason, OpenStage, SoldLine } from './opportunity.ts';
import { Channel, led, Placing } from './solution.ts';

export const OpportunityStatus = z.enum(['discovered', 'introduced', 'accepted', 'won', 'lost']);

export const Opportunity = z.object({
  opportunityId: Id,
  accountId: Id.optional(),
  title: Name,
  status: OpportunityStatus,
  stage: OpenStage.optional(),
  discoveredBy: Id,
  units: z.array(Id),
  unit: Id.optional(),
  ownerId: Id.optional(),
  estimate: Money.optional(),
  /** The need that it came from, and who heard it. */
  need: HeardNeed.optional(),
  value: Money.optional(),
  lossReason: LossReason.optional(),
  discoveredAt: Instant,
  closedAt: Instant.optional(),
  version: z.int(),
});

export const Order = z.object({
  orderId: Id,
  opportunityId: Id,
  accountId: Id,
  value: Money,
  lines: z.array(SoldLine),
  placedAt: Instant,
  version: z.int(),
});

export const Solution = z.object({
  solutionId: Id,
  opportunityId: Id,
  accountId: Id,
  title: Name,
  status: z.enum(['planned', 'live']),
  value: Money,
  offeringIds: z.array(Id),
  liveSince: Instant.optional(),
  version: z.int(),
});

export const opportunityRoutes = routes('opportunity', {
  discoverOpportunity: command('/v1/opportunities', {
    summary: 'Record a chance that the account owner found at a customer',
    scope: 'opportunities:write',
    creates: true,
    body: {
      opportunityId: Id.optional(),
      accountId: Id.optional(),
      title: Name,
      /** Whoever calls, unless a record is brought in for somebody else (`history:backdate`). */
      discoveredBy: Id.optional(),
      offeringId: Id.optional(),
      estimate: Money.optional(),
    },
  }),
  introduceOpportunity: command('/v1/opportunities/:opportunityId/introduction', {
    summary: 'Introduce an opportunity to the units that could serve it',
    scope: 'opportunities:write',
    body: { units: z.array(Id).min(1).max(20) },
  }),
  acceptOpportunity: command('/v1/opportunities/:opportunityId/acceptance', {
    summary: 'Accept an opportunity for a unit and name its one owner',
    scope: 'opportunities:write',
    body: { unit: Id, ownerId: Id },
  }),
  advanceOpportunity: command('/v1/opportunities/:opportunityId/stage', {
    summary: 'Move an accepted opportunity to another stage',
    scope: 'opportunities:write',
    body: { stage: OpenStage },
  }),
  winOpportunity: command('/v1/opportunities/:opportunityId/win', {
    summary: 'Win an opportunity; an order follows, a solution is planned, subscriptions start',
    scope: 'opportunities:write',
    body: { value: Money, lines: z.array(SoldLine).min(1).max(200), winReason: Text.optional() },
  }),
  loseOpportunity: command('/v1/opportunities/:opportunityId/loss', {
    summary: 'Lose an opportunity, with the reason; "other" needs notes',
    scope: 'opportunities:write',
    body: { lossReason: LossReason, notes: Text.optional() },
  }),
  readOpportunity: query('/v1/opportunities/:opportunityId', {
    summary: 'One opportunity',
    scope: 'opportunities:read',
    answer: Opportunity,
  }),
  listOpportunities: query('/v1/opportunities', {
    summary: 'Opportunities by id, filtered',
    scope: 'opportunities:read',
    filters: {
      ...paging,
      accountId: Id.optional(),
      ownerId: Id.optional(),
      status: OpportunityStatus.optional(),
    },
    answer: page(Opportunity),
  }),
  readOpportunityHistory: query('/v1/opportunities/:opportunityId/history', {
    summary: 'Every event of an opportunity with actor, reason, time and cause',
    scope: 'opportunities:read',
    filters: paging,
    answer: History,
  }),
  readOrder: query('/v1/orders/:orderId', {
    summary: 'One order; its id is that of the opportunity that it came from',
    scope: 'opportunities:read',
    answer: Order,
  }),
  readSolution: query('/v1/solutions/:solutionId', {
    summary: 'One solution; its id is that of the opportunity that it came from',
    scope: 'opportunities:read',
    answer: Solution,
  }),
  goLive: command('/v1/solutions/:solutionId/go-live', {
    summary: 'Put a planned solution into operation at the customer',
    scope: 'opportunities:write',
    body: {
      brand: Name,
      ...led,
      channel: Channel,
      branch: Id,
      units: z.int().min(1).max(1000),
      interfaces: z.int().min(0).max(10_000),
      ...Placing.shape,
    },
  }),
});
