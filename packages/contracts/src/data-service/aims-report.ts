import { z } from 'zod';
import { Money } from '../primitives.ts';
import { Line } from '../tiered-support/desk.ts';
import { Definitions, Durations, Share } from './durations.ts';
import { PushToFront } from './support-report.ts';

const LineCost = z.object({
  heldSeconds: z.number(),
  /** Of the time that all lines held them. */
  share: Share,
  perSolvedSeconds: z.number().optional(),
});

/** What service is for: three basic aims, and a new one. */
export const AimsReport = z.object({
  tickets: z.int(),
  cost: z.object({
    solved: z.int(),
    heldSeconds: z.number(),
    perSolvedSeconds: z.number().optional(),
    lines: z.record(Line, LineCost),
  }),
  efficiency: z.object({
    response: Durations,
    resolution: Durations,
    pushToFront: PushToFront,
  }),
  satisfaction: z.object({
    ratings: z.int(),
    csat: Share,
    mean: z.number().optional(),
  }),
  /** The new aim: service starts sales. */
  sales: z.object({
    opportunities: z.int(),
    open: z.int(),
    won: z.int(),
    lost: z.int(),
    /** What they were won for, each currency by itself. */
    wonValue: z.array(Money),
  }),
  definitions: Definitions,
});
