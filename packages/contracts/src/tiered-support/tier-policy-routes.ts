import { z } from 'zod';
import { Channel, Leader } from '../opportunity/solution.ts';
import { Id, Instant } from '../primitives.ts';
import { command, History, paging, query } from '../route.ts';
import { Arrangement } from './tier.ts';
import { TierPolicyContent } from './tier-policy.ts';

const count = z.coerce.number().int().min(0);

export const TierPolicy = z.object({
  ...TierPolicyContent.shape,
  /** Not there while the table is the one that Steward comes with. */
  revisedAt: Instant.optional(),
  version: z.int(),
});

export const TierResolution = z.object({
  ...Arrangement.shape,
  isLarge: z.boolean(),
  isComplex: z.boolean(),
  /** Of the table that was asked. */
  version: z.int(),
});

export const tierPolicyRoutes = {
  reviseTierPolicy: command('/v1/tier-policy/revisions', {
    summary: 'Say who serves what; for every combination exactly one row must fire',
    scope: 'support:write',
    body: TierPolicyContent.shape,
  }),
  readTierPolicy: query('/v1/tier-policy', {
    summary: 'The table that says who serves what',
    scope: 'support:read',
    answer: TierPolicy,
  }),
  readTierPolicyHistory: query('/v1/tier-policy/history', {
    summary: 'Every revision of the table that says who serves what',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
  resolveTier: query('/v1/tier-policy/resolution', {
    summary: 'Who would serve a project, and the row that says so',
    scope: 'support:read',
    filters: {
      leader: Leader,
      channel: Channel,
      valueMinor: count.default(0),
      units: count.default(1),
      interfaces: count.default(0),
      region: Id.optional(),
      division: Id.optional(),
      salesMode: Id.optional(),
      productClass: Id.optional(),
    },
    answer: TierResolution,
  }),
};
