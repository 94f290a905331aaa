import type { Hours } from '@steward/contracts';
import { businessTime } from '../calendar/business-time.ts';

/** How long it may take until we hear of something, and when the desk is there to tell it. */
export interface Patience {
  readonly lagLimitMinutes: number;
  readonly hours?: Hours | undefined;
}

const minuteMs = 60_000;

export const latest = (one: string | undefined, other: string): string =>
  one !== undefined && Date.parse(one) > Date.parse(other) ? one : other;

/** When the time is over in which what happened then can be told; never, where nobody is ever there. */
const dueMs = ({ lagLimitMinutes, hours }: Patience, sinceMs: number): number | undefined => {
  const limitMs = lagLimitMinutes * minuteMs;
  return hours ? businessTime(hours).dueMs(sinceMs, limitMs) : sinceMs + limitMs;
};

/** Whether what happened then came too late. */
export const isLate = (
  patience: Patience,
  { happenedAt, cameAt }: { readonly happenedAt: Date; readonly cameAt: Date },
): boolean => {
  const due = dueMs(patience, happenedAt.getTime());
  return due !== undefined && cameAt.getTime() > due;
};

/** The first moment at which silence has lasted longer than it may. */
export const silentFrom = (patience: Patience, since: string): string | undefined => {
  const due = dueMs(patience, Date.parse(since));
  return due === undefined ? undefined : new Date(due + 1).toISOString();
};
