import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Channel, Leader } from '../opportunity/solution.ts';
import { Id, Instant } from '../primitives.ts';
import { IncludedSupport } from './entitlement.ts';
import { ServedBy, Tier } from './tier.ts';

/** Stands for every value that no row of the table names, and for a project of which it is not known. */
export const anyOther = 'any-other';

/** What a row may ask for; what it does not name does not matter to it. */
export const TierWhen = z.object({
  leader: Leader.optional(),
  channel: Channel.optional(),
  isLarge: z.boolean().optional(),
  isComplex: z.boolean().optional(),
  /** The branch, in a company of branches. */
  region: Id.optional(),
  division: Id.optional(),
  salesMode: Id.optional(),
  productClass: Id.optional(),
});
export type TierWhen = z.output<typeof TierWhen>;

export const TierRow = z.object({
  /** What every arrangement names that follows from the row. */
  name: Id,
  when: TierWhen.prefault({}),
  tier: Tier,
  servedBy: ServedBy,
  /** The support that every project of the row comes with. */
  entitles: IncludedSupport.optional(),
});
export type TierRow = z.output<typeof TierRow>;

/** From where on a project counts as large or complex. */
export const TierThresholds = z.object({
  /** In the minor unit of the ledger currency. */
  largeFromMinor: z.int().min(1),
  complexFromUnits: z.int().min(1),
  complexFromInterfaces: z.int().min(1),
});
export type TierThresholds = z.output<typeof TierThresholds>;

/** Who serves what: for every combination that there can be, exactly one row. */
export const TierPolicyContent = z.object({
  rows: z.array(TierRow).min(1).max(200),
  thresholds: TierThresholds,
});
export type TierPolicyContent = z.output<typeof TierPolicyContent>;

/** Another table from now on; what has been arranged under the former one stays as it is. */
export const TierPolicyRevised = event(
  'TierPolicyRevised',
  'tiered-support.tier-policy.revised.v1',
  z.object({ policyId: Id, content: TierPolicyContent, at: Instant }),
);

export const tierPolicyNoun = noun('tiered-support.tier-policy', [TierPolicyRevised]);
export type TierPolicyEvent = EventOf<(typeof tierPolicyNoun.events)[number]>;
