import { z } from 'zod';

/** Seconds over the tickets that have the figure at all; absent when none has. */
export const Durations = z.object({
  count: z.int(),
  meanSeconds: z.number().optional(),
  medianSeconds: z.number().optional(),
  p90Seconds: z.number().optional(),
});

/** A part of a whole, from 0 to 1; absent where the whole is nothing. */
export const Share = z.number().min(0).max(1).optional();

/** What each figure of a report means, by its place in the report. */
export const Definitions = z.record(z.string(), z.string());
