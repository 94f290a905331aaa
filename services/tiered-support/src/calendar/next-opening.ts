import type { Hours } from '@steward/contracts';
import { businessTime } from './business-time.ts';

/** Whether somebody is there at a moment, and if not, when they will be. */
export const nextOpening = (
  hours: Hours,
  at: Date,
): { readonly isInHours: boolean; readonly opensAt?: string } => {
  const time = businessTime(hours);
  const atMs = at.getTime();
  if (time.openings({ fromMs: atMs, toMs: atMs + 1 }).length > 0) return { isInHours: true };
  const openMs = time.dueMs(atMs, 1);
  return openMs === undefined
    ? { isInHours: false }
    : { isInHours: false, opensAt: new Date(openMs - 1).toISOString() };
};
