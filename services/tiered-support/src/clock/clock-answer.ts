import type { PinnedTerms } from '@steward/contracts';
import { type BusinessTime, businessTime } from '../calendar/business-time.ts';
import { breachedMs, type Clock, clocksOf, elapsedMs, stateOf } from './clock.ts';
import type { Moment, Span } from './course.ts';
import { teller } from './teller.ts';

/** What clocks are shown by: when somebody is there, until when, and how moments are told. */
interface Showing {
  readonly time: BusinessTime;
  readonly nowMs: number;
  readonly tell: (ms: number) => string;
}

const optional = <Name extends string>({ tell }: Showing, name: Name, ms: number | undefined) =>
  ms === undefined ? {} : ({ [name]: tell(ms) } as Record<Name, string>);

const intervalAnswer = (showing: Showing) => (span: Span) => {
  const { time, nowMs, tell } = showing;
  const { fromMs, toMs, isRunning, why } = span;
  const businessMs = time.elapsedMs({ fromMs, toMs: Math.min(toMs ?? nowMs, nowMs) });
  return {
    from: tell(fromMs),
    ...optional(showing, 'to', toMs),
    isRunning,
    why,
    businessSeconds: businessMs / 1_000,
  };
};

const clockAnswer = (showing: Showing) => (clock: Clock) => {
  const { time, nowMs, tell } = showing;
  const { id, targetMs, course, dueMs } = clock;
  const intervals = course.spans.map(intervalAnswer(showing));
  const pausedSeconds = intervals
    .filter(({ isRunning }) => !isRunning)
    .reduce((sum, { businessSeconds }) => sum + businessSeconds, 0);
  const elapsedSeconds = elapsedMs(clock, time, nowMs) / 1_000;
  const overSeconds = elapsedSeconds - targetMs / 1_000;
  const breached = breachedMs(clock, nowMs);
  return {
    ...id,
    state: stateOf(clock, nowMs),
    targetMinutes: targetMs / 60_000,
    startedAt: tell(course.startedMs),
    ...optional(showing, 'endedAt', course.ended?.atMs),
    ...optional(showing, 'dueAt', dueMs),
    ...optional(showing, 'breachedAt', breached),
    ...(breached !== undefined && { failedBySeconds: Math.max(0, overSeconds) }),
    elapsedSeconds,
    remainingSeconds: Math.max(0, -overSeconds),
    pausedSeconds,
    intervals,
  };
};

/** Every clock of a ticket as it stood at a moment, with all that it follows from. */
export const clockAnswers = (
  moments: readonly Moment[],
  terms: PinnedTerms,
  at: Date,
  tell = teller(),
) => {
  const time = businessTime(terms.hours);
  const past = moments.filter((moment) => Date.parse(moment.at) <= at.getTime());
  return clocksOf(past, terms, time).map(clockAnswer({ time, nowMs: at.getTime(), tell }));
};
