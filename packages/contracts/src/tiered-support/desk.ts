import { z } from 'zod';
import { Id } from '../primitives.ts';

/** A line of expertise inside support; `unclear` where a source log does not say which. */
export const Line = z.enum(['first', 'second', 'third', 'unclear']);
export type Line = z.output<typeof Line>;

/** Where a ticket lies: a line, and the team in it. */
export const Desk = z.object({ line: Line, team: z.string().min(1).max(200) });
export type Desk = z.output<typeof Desk>;

/** How long a desk held a ticket before it left: business fact of every hand-over and every ending. */
export const Held = z.object({
  ...Desk.shape,
  seconds: z.number().min(0),
  /** Who held it at the desk, where somebody did. */
  by: z.object({ agentId: Id, holdingId: Id }).optional(),
});
