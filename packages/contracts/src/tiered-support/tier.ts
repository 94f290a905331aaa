import { z } from 'zod';

/** Which arrangement serves a project or ticket; not to be confused with a line. */
export const Tier = z.union([z.literal(1), z.literal(2), z.literal(3)]);
export type Tier = z.output<typeof Tier>;

/** Who does the work in that arrangement. */
export const ServedBy = z.enum(['delivery-centre', 'branch-technical-team', 'call-centre']);
export type ServedBy = z.output<typeof ServedBy>;

/** The tier with the policy row that gave it, so that anyone can see why. */
export const Arrangement = z.object({ tier: Tier, servedBy: ServedBy, policyRow: z.string() });
export type Arrangement = z.output<typeof Arrangement>;
