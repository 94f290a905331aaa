import type { PinnedTerms } from '@steward/contracts';
import { type BusinessTime, businessTime } from '../calendar/business-time.ts';
import { breachedMs, type Clock, clocksOf, elapsedMs, stateOf } from './clock.ts';
import type { Moment, Span } from './course.ts';

const instant = (ms: number): string => new Date(ms).toISOString();
const optional = <Name extends string>(name: Name, ms: number | undefined) =>
  ms === undefined ? {} : ({ [name]: instant(ms) } as Record<Name, string>);

const intervalAnswer = (time: BusinessTime, nowMs: number) => (span: Span) => {
  const { fromMs, toMs, isRunning, why } = span;
  const businessMs = time.elapsedMs({ fromMs, toMs: Math.min(toMs ?? nowMs, nowMs) });
  return {
    from: instant(fromMs),
    ...optional('to', toMs),
    isRunning,
    why,
    businessSeconds: businessMs / 1_000,
  };
};

const clockAnswer = (time: BusinessTime, nowMs: number) => (clock: Clock) => {
  const { name, line, number, targetMs, course, dueMs } = clock;
  const intervals = course.spans.map(intervalAnswer(time, nowMs));
  const pausedSeconds = intervals
    .filter(({ isRunning }) => !isRunning)
    .reduce((sum, { businessSeconds }) => sum + businessSeconds, 0);
  const elapsedSeconds = elapsedMs(clock, time, nowMs) / 1_000;
  const overSeconds = elapsedSeconds - targetMs / 1_000;
  const breached = breachedMs(clock, nowMs);
  return {
    clock: name,
    ...(line && { line }),
    number,
    state: stateOf(clock, nowMs),
    targetMinutes: targetMs / 60_000,
    startedAt: instant(course.startedMs),
    ...optional('endedAt', course.ended?.atMs),
    ...optional('dueAt', dueMs),
    ...optional('breachedAt', breached),
    ...(breached !== undefined && { failedBySeconds: Math.max(0, overSeconds) }),
    elapsedSeconds,
    remainingSeconds: Math.max(0, -overSeconds),
    pausedSeconds,
    intervals,
  };
};

/** Every clock of a ticket as it stands at a moment, with all that it follows from. */
export const clockAnswers = (moments: readonly Moment[], terms: PinnedTerms, now: Date) => {
  const time = businessTime(terms.hours);
  return clocksOf(moments, terms, time).map(clockAnswer(time, now.getTime()));
};
