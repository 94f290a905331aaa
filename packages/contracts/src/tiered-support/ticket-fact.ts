import { z } from 'zod';
import { Id, Instant } from '../primitives.ts';

/** What every fact of a ticket says. */
export const fact = {
  ticketId: Id,
  accountId: Id,
  at: Instant,
  /** The state in the words of the log that it came from, or ours. */
  label: z.string().min(1).max(100),
  /** Position in the log that the ticket was brought in from; a position never takes effect twice. */
  entry: z.int().min(1).optional(),
};

/** What a ticket may say that it is about, besides a project, so that the right to support for it is found. */
export const coveredBy = {
  assetId: Id.optional(),
  contractLineId: Id.optional(),
  contractId: Id.optional(),
};

/** How a ticket is paid for; nothing until the account's first right to support begins. */
export const payment = {
  entitlementId: Id.optional(),
  /** No right to support covers it, so the customer pays for it. */
  isBillable: z.boolean().optional(),
};
