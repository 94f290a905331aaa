import type { Grant } from './grant.ts';
import { limitsOf, type Plan } from './plan.ts';

/** What this process holds for one consumer: tokens that it may give out without asking anybody. */
export interface Lease {
  readonly key: string;
  readonly plan: Plan;
  readonly policy: string;
  grant: Grant | undefined;
  left: number;
  grantedAtMs: number;
  untilMs: number;
  refusedUntilMs: number;
  /** How many tokens to ask for ahead; follows what the consumer really uses. */
  spare: number;
  waiting: number;
  underway: Promise<Grant> | undefined;
}

const spareMax = 100;
/** Of the smallest limit: so little that it may lie idle with every gateway. */
const firstSparePart = 0.01;

export const newLease = (key: string, plan: Plan, policy: string): Lease => ({
  key,
  plan,
  policy,
  grant: undefined,
  left: 0,
  grantedAtMs: 0,
  untilMs: 0,
  refusedUntilMs: 0,
  spare: 0,
  waiting: 0,
  underway: undefined,
});

/**
 * A lease that was used up in its time was too small, so the next one is twice as large; one that ended
 * with tokens left shrinks to what was used. Rare callers thus hold back a hundredth of a limit at most.
 */
export const nextSpare = ({ plan, grant, left, untilMs, spare }: Lease, nowMs: number): number => {
  const first = Math.floor(Math.min(...limitsOf(plan)) * firstSparePart);
  const wanted = () => {
    if (grant === undefined) return 0;
    if (left === 0 && nowMs < untilMs) return Math.max(1, spare * 2);
    return grant.granted - left - 1;
  };
  return Math.min(spareMax, Math.max(first, wanted()));
};
