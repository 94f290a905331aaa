import type { Grant } from './grant.ts';
import type { Plan } from './plan.ts';

/** What this process holds for one consumer: tokens that it may give out without asking anybody. */
export interface Lease {
  readonly key: string;
  readonly plan: Plan;
  readonly policy: string;
  grant: Grant | undefined;
  left: number;
  untilMs: number;
  refusedUntilMs: number;
  /** How many tokens to ask for ahead; follows what the consumer really uses. */
  spare: number;
  waiting: number;
  underway: Promise<Grant> | undefined;
}

const spareMax = 100;

export const newLease = (key: string, plan: Plan, policy: string): Lease => ({
  key,
  plan,
  policy,
  grant: undefined,
  left: 0,
  untilMs: 0,
  refusedUntilMs: 0,
  spare: 0,
  waiting: 0,
  underway: undefined,
});

/**
 * A lease that was used up in its time was too small, so the next one is twice as large; one that ended
 * with tokens left shrinks to what was used. Rare callers thus hold back nothing.
 */
export const nextSpare = ({ grant, left, untilMs, spare }: Lease, nowMs: number): number => {
  if (grant === undefined) return 0;
  if (left === 0 && nowMs < untilMs) return Math.min(spareMax, Math.max(1, spare * 2));
  return Math.min(spareMax, Math.max(0, grant.granted - left - 1));
};
