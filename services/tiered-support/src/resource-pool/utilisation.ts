import type { CapacityStep } from '@steward/contracts';
import type { Span, Taken } from './occupancy.ts';
import { inTime, refuse } from './resource-pool.ts';

const dayMs = 86_400_000;
const daysMax = 400;

/** How much of a time lies in a span. */
const within = ({ fromMs, toMs }: Span, sinceMs: number, untilMs: number): number =>
  Math.max(0, Math.min(toMs, untilMs) - Math.max(fromMs, sinceMs));

/** Whole percents, rounded down; of nothing there is no share. */
export const shareOf = (part: number, whole: number): { readonly percent?: number } =>
  whole === 0 ? {} : { percent: Number((BigInt(part) * 100n) / BigInt(whole)) };

const usedIn = (capacity: readonly CapacityStep[], bookings: readonly Taken[], span: Span) => {
  const capacityUnitMs = capacity.reduce((sum, { from, units }, index) => {
    const next = capacity[index + 1];
    const untilMs = next ? Date.parse(next.from) : Number.POSITIVE_INFINITY;
    return sum + units * within(span, Date.parse(from), untilMs);
  }, 0);
  const bookedUnitMs = bookings.reduce(
    (sum, { units, from, until }) =>
      sum + units * within(span, Date.parse(from), Date.parse(until)),
    0,
  );
  return { bookedUnitMs, capacityUnitMs, ...shareOf(bookedUnitMs, capacityUnitMs) };
};

/** A period that can be looked at: not empty, and not so long that nobody reads what comes of it. */
export const requirePeriod = (from: string, to: string): Span => {
  const span = { fromMs: Date.parse(inTime(from)), toMs: Date.parse(inTime(to)) };
  if (span.toMs <= span.fromMs)
    throw refuse('pool-period-empty', `The period from ${from} to ${to} is empty`);
  if (span.toMs - span.fromMs > daysMax * dayMs)
    throw refuse('pool-period-too-long', `A period has ${daysMax} days at most`);
  return span;
};

const daysOf = ({ fromMs, toMs }: Span): Span[] => {
  const days: Span[] = [];
  for (let startMs = Math.floor(fromMs / dayMs) * dayMs; startMs < toMs; startMs += dayMs)
    days.push({ fromMs: Math.max(fromMs, startMs), toMs: Math.min(toMs, startMs + dayMs) });
  return days;
};

/** What was booked of what was there, in units by time: exact, in all and by day. */
export const utilisation = (
  capacity: readonly CapacityStep[],
  bookings: readonly Taken[],
  span: Span,
) => ({
  ...usedIn(capacity, bookings, span),
  days: daysOf(span).map((day) => ({
    date: new Date(day.fromMs).toISOString().slice(0, 10),
    ...usedIn(capacity, bookings, day),
  })),
});
