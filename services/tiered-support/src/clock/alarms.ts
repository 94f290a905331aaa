import type { PinnedTerms } from '@steward/contracts';
import { type BusinessTime, businessTime } from '../calendar/business-time.ts';
import { breachedMs, type Clock, type ClockId, clocksOf, momentOf } from './clock.ts';
import type { Moment } from './course.ts';

/** What becomes of one promise at one moment: so much of its time is used up, it is broken, or it is kept. */
export interface Alarm extends ClockId {
  readonly atMs: number;
  readonly dueMs: number | undefined;
  readonly tells: 'warned' | 'breached' | 'reached';
  /** How much of its time is used up, of a warning. */
  readonly percent?: number | undefined;
}

/** Tells alarms of one ticket apart, for those that were told already. */
export const alarmKey = (
  { clock, line, milestone, number }: ClockId,
  told: Alarm['tells'] | number,
): string => [clock, milestone ?? line ?? 'all', number, told].join(' ');

/** A promise is broken only after its moment: who answers in that very moment keeps it. */
const afterwardsMs = 1;

const alarmsOf = (clock: Clock, percents: readonly number[], time: BusinessTime): Alarm[] => {
  const { id, course, targetMs, dueMs } = clock;
  const about = { ...id, dueMs };
  const endMs = course.ended?.atMs ?? Number.POSITIVE_INFINITY;
  const warnings = percents.flatMap((percent) => {
    const atMs = momentOf(course, time, (targetMs * percent) / 100);
    const isInTime = atMs !== undefined && atMs < endMs;
    return isInTime ? [{ ...about, tells: 'warned' as const, percent, atMs }] : [];
  });
  const brokenMs = breachedMs(clock, Number.POSITIVE_INFINITY);
  if (brokenMs !== undefined)
    return [...warnings, { ...about, tells: 'breached', atMs: brokenMs + afterwardsMs }];
  // That a ticket is answered or resolved, it says itself; of a milestone nothing else does.
  const isReached = id.clock === 'milestone' && course.ended?.as === 'met';
  return isReached ? [...warnings, { ...about, tells: 'reached', atMs: endMs }] : warnings;
};

/** All alarms that follow from what a ticket has been through, if nothing else becomes of it; the first first. */
export const alarmsFor = (moments: readonly Moment[], terms: PinnedTerms): Alarm[] => {
  const time = businessTime(terms.hours);
  return clocksOf(moments, terms, time)
    .flatMap((clock) => alarmsOf(clock, terms.warnings, time))
    .sort((one, other) => one.atMs - other.atMs || (one.percent ?? 100) - (other.percent ?? 100));
};
