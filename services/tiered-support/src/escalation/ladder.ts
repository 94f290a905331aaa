import type { EscalationStep, PinnedLadder } from '@steward/contracts';
import { businessTime } from '../calendar/business-time.ts';

const minuteMs = 60_000;

/** The first moment from then on in which the recipient of a step may be told of it. */
export const deliverableMs = (
  { recipients }: PinnedLadder,
  { to, critical }: EscalationStep,
  fromMs: number,
): number => {
  const recipient = recipients[to];
  if (critical || !recipient) return fromMs;
  const firstIsOverMs = businessTime(recipient.hours).dueMs(fromMs, 1);
  // Whoever is never there again is told at once rather than not at all.
  return firstIsOverMs === undefined ? fromMs : firstIsOverMs - 1;
};

/**
 * When the next step is to be told, if nothing else becomes of the ladder. Its minutes run from when the step
 * before was really told, so that whoever was told late, or after an outage, still has the time to answer.
 */
export const nextStepMs = (
  ladder: PinnedLadder,
  { takenCount, sinceMs }: { readonly takenCount: number; readonly sinceMs: number },
): number | undefined => {
  const step = ladder.steps[takenCount];
  if (!step) return undefined;
  const minutesBefore = ladder.steps[takenCount - 1]?.afterMinutes ?? 0;
  const waitMs = (step.afterMinutes - minutesBefore) * minuteMs;
  const dueMs = businessTime(ladder.hours).dueMs(sinceMs, waitMs);
  return dueMs === undefined ? undefined : deliverableMs(ladder, step, dueMs);
};
