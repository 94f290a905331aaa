import { z } from 'zod';
import { Industry } from '../account/account.ts';

/** What kind of unit the delivery centre of a project is, and the rule that says so. */
export const DeliveryCentre = z.object({
  form: z.enum(['independent', 'industry-division']),
  /** The industries that the solution serves. */
  industries: z.array(Industry),
  rule: z.enum(['several-industries', 'one-industry', 'no-industry-known']),
});
export type DeliveryCentre = z.output<typeof DeliveryCentre>;
