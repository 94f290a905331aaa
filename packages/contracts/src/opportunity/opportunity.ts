import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Money, Name, Text } from '../primitives.ts';

/** Stages between acceptance and the outcome, in order; winning and losing end them. */
export const OpenStage = z.enum(['prospecting', 'qualification', 'proposal', 'negotiation']);
export type OpenStage = z.output<typeof OpenStage>;

export const LossReason = z.enum([
  'price',
  'competitor',
  'no-budget',
  'no-decision',
  'fit',
  'unknown',
  'other',
]);

export const SoldLine = z.object({ offeringId: Id, quantity: z.int().min(1) });

/** Absent while the customer behind the opportunity is not known yet. */
const accountId = Id.optional();

/** A need that service heard of; whoever heard it is credited with what becomes of it. */
export const HeardNeed = z.object({ needId: Id, heardBy: z.array(Id).min(1) });

export const OpportunityDiscovered = event(
  'OpportunityDiscovered',
  'opportunity.opportunity.discovered.v1',
  z.object({
    opportunityId: Id,
    accountId,
    title: Name,
    discoveredBy: Id,
    offeringId: Id.optional(),
    estimate: Money.optional(),
    need: HeardNeed.optional(),
    at: Instant,
  }),
);

export const OpportunityIntroduced = event(
  'OpportunityIntroduced',
  'opportunity.opportunity.introduced.v1',
  z.object({ opportunityId: Id, accountId, units: z.array(Id).min(1), at: Instant }),
);

export const OpportunityAccepted = event(
  'OpportunityAccepted',
  'opportunity.opportunity.accepted.v1',
  z.object({ opportunityId: Id, accountId, unit: Id, ownerId: Id, at: Instant }),
);

export const OpportunityAdvanced = event(
  'OpportunityAdvanced',
  'opportunity.opportunity.advanced.v1',
  z.object({ opportunityId: Id, accountId, from: OpenStage, to: OpenStage, at: Instant }),
);

export const OpportunityWon = event(
  'OpportunityWon',
  'opportunity.opportunity.won.v1',
  z.object({
    opportunityId: Id,
    accountId: Id,
    title: Name,
    unit: Id,
    ownerId: Id,
    value: Money,
    lines: z.array(SoldLine).min(1),
    winReason: Text.optional(),
    at: Instant,
  }),
);

export const OpportunityLost = event(
  'OpportunityLost',
  'opportunity.opportunity.lost.v1',
  z.object({
    opportunityId: Id,
    accountId,
    lossReason: LossReason,
    notes: Text.optional(),
    at: Instant,
  }),
);

export const opportunityNoun = noun('opportunity.opportunity', [
  OpportunityDiscovered,
  OpportunityIntroduced,
  OpportunityAccepted,
  OpportunityAdvanced,
  OpportunityWon,
  OpportunityLost,
]);
export type OpportunityEvent = EventOf<(typeof opportunityNoun.events)[number]>;
