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
