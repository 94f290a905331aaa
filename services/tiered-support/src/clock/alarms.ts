import type { ClockName, Line, PinnedTerms } from '@steward/contracts';
import { type BusinessTime, businessTime } from '../calendar/business-time.ts';
import { breachedMs, type Clock, clocksOf, momentOf } from './clock.ts';
import type { Moment } from './course.ts';

/** What becomes of one promise at one moment: so much of its time is used up, or it is broken. */
export interface Alarm {
  readonly atMs: number;
  readonly clock: ClockName;
  readonly line?: Line | undefined;
  readonly number: number;
  /** Of a warning; what has none is a breach. */
  readonly percent?: number | undefined;
  readonly dueMs: number | undefined;
}

/** Tells alarms of one ticket apart, for those that were told already. */
export const alarmKey = ({ clock, line, number, percent }: Omit<Alarm, 'atMs' | 'dueMs'>): string =>
  [clock, line ?? 'all', number, percent ?? 'breach'].join(' ');

/** A promise is broken only after its moment: who answers in that very moment keeps it. */
const afterwardsMs = 1;

const alarmsOf = (clock: Clock, percents: readonly number[], time: BusinessTime): Alarm[] => {
  const { name, line, number, course, targetMs, dueMs } = clock;
  const about = { clock: name, ...(line && { line }), number, dueMs };
  const endMs = course.ended?.atMs ?? Number.POSITIVE_INFINITY;
  const warnings = percents.flatMap((percent) => {
    const atMs = momentOf(course, time, (targetMs * percent) / 100);
    return atMs === undefined || atMs >= endMs ? [] : [{ ...about, percent, atMs }];
  });
  const brokenMs = breachedMs(clock, Number.POSITIVE_INFINITY);
  const breach = brokenMs === undefined ? [] : [{ ...about, atMs: brokenMs + afterwardsMs }];
  return [...warnings, ...breach];
};

/** All alarms that follow from what a ticket has been through, if nothing else becomes of it; the first first. */
export const alarmsFor = (moments: readonly Moment[], terms: PinnedTerms): Alarm[] => {
  const time = businessTime(terms.hours);
  return clocksOf(moments, terms, time)
    .flatMap((clock) => alarmsOf(clock, terms.warnings, time))
    .sort((one, other) => one.atMs - other.atMs || (one.percent ?? 100) - (other.percent ?? 100));
};
