import type { ClockName, Line, PinnedTerms, Priority, SlaTarget } from '@steward/contracts';
import { type BusinessTime, businessTime } from '../calendar/business-time.ts';
import {
  type Course,
  firstResponses,
  type Moment,
  nextResponses,
  resolutions,
  type Span,
} from './course.ts';
import { milestoneCourses } from './milestone-courses.ts';

/** What a clock is of: a promise that every policy knows, the share of a line, or a milestone of the policy's own. */
export interface ClockId {
  readonly clock: ClockName | 'milestone';
  readonly line?: Line | undefined;
  /** Its name, of a milestone. */
  readonly milestone?: string | undefined;
  /** Which one of its name it is, from 1. */
  readonly number: number;
}

/** One promise with its time: what was promised, how much of it is used up, and when it falls due. */
export interface Clock {
  readonly id: ClockId;
  readonly targetMs: number;
  readonly course: Course;
  /** Not while it is paused, nor where nobody would ever be there for so long. */
  readonly dueMs: number | undefined;
}

export type ClockState = 'running' | 'paused' | 'met' | 'breached' | 'cancelled';

const minuteMs = 60_000;

const runningOf = ({ spans }: Course): readonly Span[] =>
  spans.filter(({ isRunning }) => isRunning);

/** How much of its time a clock has used up until a moment. */
export const elapsedMs = ({ course }: Pick<Clock, 'course'>, time: BusinessTime, untilMs: number) =>
  runningOf(course)
    .map(({ fromMs, toMs = untilMs }) => ({ fromMs, toMs: Math.min(toMs, untilMs) }))
    .reduce((sum, stretch) => sum + time.elapsedMs(stretch), 0);

/** When a clock will have used up so much of its time, or would have had it not ended; not while it is paused. */
export const momentOf = (
  course: Course,
  time: BusinessTime,
  wantedMs: number,
): number | undefined => {
  let leftMs = wantedMs;
  for (const span of runningOf(course)) {
    const { fromMs, toMs } = span;
    const isLast = toMs === undefined || span === course.spans.at(-1);
    const usedMs = isLast ? Number.POSITIVE_INFINITY : time.elapsedMs({ fromMs, toMs });
    if (usedMs >= leftMs) return time.dueMs(fromMs, leftMs);
    leftMs -= usedMs;
  }
  return undefined;
};

interface Kind extends Omit<ClockId, 'number'> {
  readonly minutes: number | undefined;
  readonly courses: (moments: readonly Moment[], terms: PinnedTerms) => Course[];
}

const promisedIn = (target: SlaTarget | undefined): Kind[] => [
  { clock: 'first-response', minutes: target?.firstResponse, courses: firstResponses },
  { clock: 'next-response', minutes: target?.nextResponse, courses: nextResponses },
  { clock: 'resolution', minutes: target?.resolution, courses: resolutions },
];

const sharedIn = (target: SlaTarget | undefined): Kind[] =>
  Object.entries(target?.lines ?? {}).map(([line, minutes]) => ({
    clock: 'line',
    line: line as Line,
    minutes,
    courses: (moments, terms) => resolutions(moments, terms, line as Line),
  }));

const milestonesIn = ({ milestones = [] }: PinnedTerms, priority: Priority): Kind[] =>
  milestones.map((milestone) => ({
    clock: 'milestone',
    milestone: milestone.name,
    minutes: milestone.minutes[priority],
    courses: (moments) => milestoneCourses(moments, milestone),
  }));

const kindsOf = (terms: PinnedTerms, priority: Priority): Kind[] => {
  const target = terms.targets.find((each) => each.priority === priority);
  return [...promisedIn(target), ...sharedIn(target), ...milestonesIn(terms, priority)];
};

/**
 * All clocks of a ticket, as they follow from what it has been through: nothing is counted along the way, so
 * that any of them can be worked out again and explained. The priority that a ticket has now decides what is
 * promised for all of it.
 */
export const clocksOf = (
  moments: readonly Moment[],
  terms: PinnedTerms,
  time: BusinessTime = businessTime(terms.hours),
): Clock[] => {
  const priority = moments.at(-1)?.priority;
  if (!priority) return [];
  return kindsOf(terms, priority).flatMap(({ minutes, courses, ...kind }) => {
    if (minutes === undefined) return [];
    const targetMs = minutes * minuteMs;
    return courses(moments, terms).map((course, index) => ({
      id: { ...kind, number: index + 1 },
      targetMs,
      course,
      dueMs: momentOf(course, time, targetMs),
    }));
  });
};

/** Until when a clock is judged: its end, or now. */
const untilMs = ({ course }: Clock, nowMs: number): number =>
  Math.min(course.ended?.atMs ?? nowMs, nowMs);

/**
 * When a promise was broken: when its clock went on running though its time was used up, be it at an hour at
 * which nobody is there. It stays broken, whatever becomes of it later.
 */
export const breachedMs = (clock: Clock, nowMs: number): number | undefined => {
  const { course, dueMs = Number.POSITIVE_INFINITY } = clock;
  const over = runningOf(course).find(({ toMs = Number.POSITIVE_INFINITY }) => dueMs < toMs);
  const atMs = Math.max(dueMs, over?.fromMs ?? Number.POSITIVE_INFINITY);
  return atMs < untilMs(clock, nowMs) ? atMs : undefined;
};

export const stateOf = (clock: Clock, nowMs: number): ClockState => {
  const { ended, spans } = clock.course;
  if (breachedMs(clock, nowMs) !== undefined) return 'breached';
  if (ended) return ended.as;
  return spans.at(-1)?.isRunning ? 'running' : 'paused';
};
