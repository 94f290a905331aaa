import type { Milestone, PinnedTerms } from '@steward/contracts';
import fc from 'fast-check';
import { businessTime } from '../calendar/business-time.ts';
import { officeHours } from '../fixtures/hours.ts';
import { pinnedTerms } from '../fixtures/terms.ts';
import { clocksOf, elapsedMs, stateOf } from './clock.ts';
import type { Moment } from './course.ts';

const always = officeHours({ openings: [{ from: '00:00', to: '24:00' }], days: 'all' });
const minuteMs = 60_000;
const startMs = Date.parse('2026-03-09T00:00:00.000Z');

type Said = Moment['said'];
type Step = readonly [minute: number, status: Moment['status'], said?: Said];

const past = (...steps: readonly Step[]): Moment[] =>
  steps.map(([minute, status, said]) => ({
    at: new Date(startMs + minute * minuteMs).toISOString(),
    status,
    line: 'first',
    priority: 'medium',
    said,
    ...(status === 'waiting' && { waitingFor: 'vendor' as const }),
  }));

/** Work is to be offered within an hour of being queued; it ends as soon as somebody is at work. */
const offered: Milestone = {
  name: 'Work begins',
  minutes: { medium: 60 },
  starts: { statuses: ['queued'] },
  stops: { statuses: ['in-progress'] },
  pauses: { statuses: ['waiting'] },
  cancels: { statuses: ['cancelled'] },
  recurrence: 'once',
  countsFrom: 'start',
};

const termsWith = (...milestones: Milestone[]): PinnedTerms =>
  pinnedTerms({ hours: always, targets: [{ priority: 'high', resolution: 60 }], milestones });

/** Each run in few words: when it began, how it stands at the end, and for how many minutes it ran. */
const runs = (moments: readonly Moment[], changes: Partial<Milestone> = {}, endMinute = 1_000) => {
  const terms = termsWith({ ...offered, ...changes });
  const endMs = startMs + endMinute * minuteMs;
  return clocksOf(moments, terms).map((clock) => [
    (clock.course.startedMs - startMs) / minuteMs,
    stateOf(clock, endMs),
    elapsedMs(clock, businessTime(always), endMs) / minuteMs,
  ]);
};

describe('a milestone', () => {
  it.each<[string, Step[], Partial<Milestone>, unknown[]]>([
    [
      'ends with what stops it',
      [
        [0, 'queued'],
        [30, 'in-progress'],
      ],
      {},
      [[0, 'met', 30]],
    ],
    ['does not begin with what stops it', [[0, 'queued']], { stops: { statuses: ['queued'] } }, []],
    ['does not begin with what cancels it', [[0, 'queued']], { cancels: { lines: ['first'] } }, []],
    [
      'is cancelled',
      [
        [0, 'queued'],
        [30, 'cancelled'],
      ],
      {},
      [[0, 'cancelled', 30]],
    ],
    [
      'ends where the same change stops and cancels it',
      [
        [0, 'queued'],
        [30, 'cancelled'],
      ],
      { stops: { statuses: ['cancelled'] } },
      [[0, 'met', 30]],
    ],
    [
      'rests, and goes on once nothing holds it',
      [
        [0, 'queued'],
        [10, 'waiting'],
        [40, 'queued'],
        [50, 'in-progress'],
      ],
      {},
      [[0, 'met', 20]],
    ],
    [
      'rests until what is to wake it does',
      [
        [0, 'queued'],
        [10, 'waiting'],
        [40, 'queued'],
        [50, 'queued', 'by-customer'],
        [55, 'in-progress'],
      ],
      { resumes: { said: ['by-customer'] } },
      [[0, 'met', 15]],
    ],
    [
      'begins anew where it is reset and may start',
      [
        [0, 'queued'],
        [20, 'queued', 'by-customer'],
        [50, 'in-progress'],
      ],
      { resets: { said: ['by-customer'] } },
      [
        [0, 'met', 20],
        [20, 'met', 30],
      ],
    ],
    [
      'is not reset where it may not start',
      [
        [0, 'queued'],
        [20, 'resolved', 'by-customer'],
      ],
      { resets: { said: ['by-customer'] } },
      [[0, 'breached', 1_000]],
    ],
    [
      'is there once',
      [
        [0, 'queued'],
        [30, 'in-progress'],
        [50, 'queued'],
        [60, 'in-progress'],
      ],
      {},
      [[0, 'met', 30]],
    ],
    [
      'comes one after the other',
      [
        [0, 'queued'],
        [30, 'in-progress'],
        [50, 'queued'],
        [60, 'in-progress'],
      ],
      { recurrence: 'sequential' },
      [
        [0, 'met', 30],
        [50, 'met', 10],
      ],
    ],
    [
      'comes whatever runs already',
      [
        [0, 'queued'],
        [10, 'waiting'],
        [20, 'queued'],
        [40, 'in-progress'],
      ],
      { recurrence: 'independent', pauses: undefined },
      [
        [0, 'met', 40],
        [20, 'met', 20],
      ],
    ],
    [
      'does not come again while one runs',
      [
        [0, 'queued'],
        [10, 'waiting'],
        [20, 'queued'],
        [40, 'in-progress'],
      ],
      { recurrence: 'sequential', pauses: undefined },
      [[0, 'met', 40]],
    ],
    [
      'counts what has been since the ticket was raised, but for its pauses',
      [
        [0, 'queued'],
        [10, 'waiting'],
        [30, 'queued'],
        [40, 'resolved'],
        [50, 'closed'],
      ],
      { starts: { statuses: ['resolved'] }, stops: { statuses: ['closed'] }, countsFrom: 'raised' },
      [[0, 'met', 30]],
    ],
    [
      'is broken after its time',
      [
        [0, 'queued'],
        [61, 'in-progress'],
      ],
      {},
      [[0, 'breached', 61]],
    ],
    ['is not there at another priority', [[0, 'queued']], { minutes: { high: 60 } }, []],
  ])('%s', (_what, steps, changes, expected) => {
    expect(runs(past(...steps), changes as Partial<Milestone>)).toEqual(expected);
  });
});

const anyPast = fc
  .array(
    fc.tuple(
      fc.integer({ min: 1, max: 50 }),
      fc.constantFrom('queued', 'in-progress', 'waiting', 'resolved'),
      fc.constantFrom(undefined, 'by-customer', 'by-staff'),
    ),
    { maxLength: 15 },
  )
  .map((steps) => {
    let minute = 0;
    const all: Step[] = [[0, 'queued']];
    for (const [after, status, said] of steps) {
      minute += after;
      all.push([minute, status, said] as Step);
    }
    return past(...all);
  });

describe('any milestone', () => {
  it('that comes one after the other never runs twice at once', () => {
    fc.assert(
      fc.property(anyPast, (moments) => {
        const terms = termsWith({ ...offered, recurrence: 'sequential' });
        const courses = clocksOf(moments, terms).map(({ course }) => course);
        for (const [index, { startedMs }] of courses.entries()) {
          const before = courses[index - 1];
          if (before)
            expect(before.ended?.atMs ?? Number.POSITIVE_INFINITY).toBeLessThan(startedMs);
        }
      }),
    );
  });

  it('uses up no time in which it rests', () => {
    fc.assert(
      fc.property(anyPast, (moments) => {
        for (const [started, , elapsed] of runs(moments, { recurrence: 'sequential' })) {
          const isRunning = (at: number) =>
            moments.findLast((moment) => Date.parse(moment.at) <= startMs + at * minuteMs)
              ?.status !== 'waiting';
          const [course] = clocksOf(moments, termsWith({ ...offered, recurrence: 'sequential' }))
            .map((clock) => clock.course)
            .filter(({ startedMs }) => startedMs === startMs + Number(started) * minuteMs);
          const endMinute =
            ((course?.ended?.atMs ?? startMs + 1_000 * minuteMs) - startMs) / minuteMs;
          let minutes = 0;
          for (let at = Number(started); at < endMinute; at += 1) if (isRunning(at)) minutes += 1;
          expect(elapsed).toBe(minutes);
        }
      }),
    );
  });
});
