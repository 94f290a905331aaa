import type { Condition, Milestone } from '@steward/contracts';
import { type Course, joined, type Moment, whyOf } from './course.ts';

const isOneOf = <Value>(among: readonly Value[] | undefined, value: Value | undefined): boolean =>
  among === undefined || (value !== undefined && among.includes(value));

/** Whether a condition is so at a moment; one that is not there never is. */
const holds = (condition: Condition | undefined, moment: Moment | undefined): boolean =>
  condition !== undefined &&
  moment !== undefined &&
  isOneOf(condition.statuses, moment.status) &&
  isOneOf(condition.waitingFor, moment.waitingFor) &&
  isOneOf(condition.lines, moment.line) &&
  isOneOf(condition.priorities, moment.priority) &&
  isOneOf(condition.said, moment.said);

/** One milestone's run, by the positions of its moments. */
interface Run {
  readonly from: number;
  readonly to?: number;
  readonly as?: 'met' | 'cancelled';
}

const mayBegin = (
  { starts, stops, cancels, recurrence }: Milestone,
  moments: readonly Moment[],
  index: number,
  runs: readonly Run[],
): boolean => {
  const moment = moments[index];
  if (!holds(starts, moment) || holds(stops, moment) || holds(cancels, moment)) return false;
  switch (recurrence) {
    case 'once':
      return runs.length === 0;
    case 'independent':
      return !holds(starts, moments[index - 1]);
    case 'sequential':
      return runs.every(({ to }) => to !== undefined);
  }
};

/** What a moment makes of a run that was there before it, and whether another takes its place. */
const ended = (
  { stops, pauses, resets, starts, cancels }: Milestone,
  moment: Moment,
): { as?: 'met' | 'cancelled'; anew?: true } => {
  if (holds(stops, moment)) return { as: 'met' };
  if (holds(pauses, moment)) return {};
  if (holds(resets, moment) && holds(starts, moment)) return { as: 'met', anew: true };
  return holds(cancels, moment) ? { as: 'cancelled' } : {};
};

const runsOf = (moments: readonly Moment[], milestone: Milestone): readonly Run[] => {
  let runs: readonly Run[] = [];
  for (const [index, moment] of moments.entries()) {
    const begun: Run[] = mayBegin(milestone, moments, index, runs) ? [{ from: index }] : [];
    const followed = runs.map((run) => {
      if (run.to !== undefined) return { run, anew: false };
      const { as, anew = false } = ended(milestone, moment);
      return { run: as ? { ...run, to: index, as } : run, anew };
    });
    const anew = followed.some((each) => each.anew) ? [{ from: index }] : [];
    runs = [...followed.map(({ run }) => run), ...(begun.length > 0 ? begun : anew)];
  }
  return runs;
};

/** At which of these moments, the first on, a milestone rests. */
const rests = (moments: readonly Moment[], { pauses, resumes }: Milestone): boolean[] => {
  let isResting = false;
  return moments.map((moment) => {
    if (holds(pauses, moment)) isResting = true;
    else if (resumes === undefined || holds(resumes, moment)) isResting = false;
    return isResting;
  });
};

/** What each run of a milestone has been through, in the order in which they began. */
export const milestoneCourses = (moments: readonly Moment[], milestone: Milestone): Course[] =>
  runsOf(moments, milestone).map(({ from, to, as }) => {
    const first = milestone.countsFrom === 'raised' ? 0 : from;
    const times = moments.map(({ at }) => Date.parse(at));
    const lasting = moments.slice(first, to);
    const resting = rests(lasting, milestone);
    const spans = lasting.map((moment, index) => ({
      fromMs: times[first + index] ?? 0,
      toMs: times[first + index + 1],
      isRunning: !resting[index],
      why: whyOf(moment),
    }));
    const atMs = to === undefined ? undefined : times[to];
    return {
      startedMs: times[first] ?? 0,
      spans: joined(spans),
      ...(as && atMs !== undefined && { ended: { atMs, as } }),
    };
  });
