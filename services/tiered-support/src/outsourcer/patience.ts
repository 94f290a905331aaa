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

/** Whether what happened then came too late. */
export const isLate = (
  { lagLimitMinutes, hours }: Patience,
  { happenedAt, cameAt }: { readonly happenedAt: Date; readonly cameAt: Date },
): boolean => {
  const between = { fromMs: happenedAt.getTime(), toMs: cameAt.getTime() };
  const lagMs = hours ? businessTime(hours).elapsedMs(between) : between.toMs - between.fromMs;
  return lagMs > lagLimitMinutes * minuteMs;
};

/** The first moment at which silence has lasted longer than it may; none where nobody is ever there. */
export const silentFrom = ({ lagLimitMinutes, hours }: Patience, since: string) => {
  const limitMs = lagLimitMinutes * minuteMs;
  const sinceMs = Date.parse(since);
  const dueMs = hours ? businessTime(hours).dueMs(sinceMs, limitMs) : sinceMs + limitMs;
  return dueMs === undefined ? undefined : new Date(dueMs + 1).toISOString();
};
