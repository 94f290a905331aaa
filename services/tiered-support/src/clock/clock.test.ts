import type { ClockName, PinnedTerms } from '@steward/contracts';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { businessTime } from '../calendar/business-time.ts';
import { officeHours } from '../fixtures/hours.ts';
import { pinnedTerms } from '../fixtures/terms.ts';
import { watched } from '../fixtures/watched.ts';
import { breachedMs, type Clock, clocksOf, elapsedMs, momentOf, stateOf } from './clock.ts';
import type { Moment } from './course.ts';

const zone = 'Asia/Shanghai';
const minuteMs = 60_000;
const local = (moment: string) => DateTime.fromISO(`2026-${moment}`, { zone });
const ms = (moment: string) => local(moment).toMillis();
const shown = (at: number | undefined) =>
  at === undefined ? undefined : DateTime.fromMillis(at, { zone }).toFormat("MM-dd'T'HH:mm");

/** A ticket's past in few words: when, and what it was like from then on. */
const past = (...steps: readonly [string, Partial<Moment>?][]): Moment[] =>
  steps.map(([at, change = {}]) => ({
    at: local(at).toUTC().toISO() ?? '',
    status: 'queued',
    line: 'first',
    priority: 'medium',
    ...change,
  }));
const waiting = { status: 'waiting', waitingFor: 'customer' } as const;
const staff = { said: 'by-staff' } as const;
const customer = { said: 'by-customer' } as const;
const resolved = { status: 'resolved' } as const;

const named = (clocks: readonly Clock[], name: Clock['id']['clock']) =>
  clocks.filter(({ id }) => id.clock === name);
const only = (moments: readonly Moment[], name: ClockName, terms = pinnedTerms()): Clock => {
  const [clock, ...others] = named(clocksOf(moments, terms), name);
  if (!clock || others.length > 0) throw new Error(`${name} is not there once`);
  return clock;
};
const minutesUsed = (clock: Clock, until: string, { hours } = pinnedTerms()) =>
  elapsedMs(clock, businessTime(hours), ms(until)) / minuteMs;
const toSolveIn = (resolution: number, changes: Partial<PinnedTerms> = {}) =>
  pinnedTerms({ targets: [{ priority: 'medium', resolution }], ...changes });

describe('clocks', () => {
  it.each([
    { what: 'without a pause', moments: past(['03-09T10:00']), minutes: 480, due: '03-10T10:00' },
    {
      what: 'paused over night',
      moments: past(['03-09T10:00'], ['03-09T11:00', waiting], ['03-10T10:00']),
      minutes: 480,
      due: '03-10T18:00',
    },
    {
      what: 'paused over a weekend',
      moments: past(['03-06T16:00'], ['03-06T17:00', waiting], ['03-09T09:30']),
      minutes: 240,
      due: '03-09T13:30',
    },
    {
      what: 'still paused',
      moments: past(['03-09T10:00'], ['03-09T11:00', waiting]),
      minutes: 480,
      due: undefined,
    },
  ])('fall due $what', ({ moments, minutes, due }) => {
    expect(shown(only(moments, 'resolution', toSolveIn(minutes)).dueMs)).toBe(due);
  });

  it.each([
    { pause: [], minutes: 270 },
    { pause: past(['03-06T17:00', waiting], ['03-09T09:30']), minutes: 180 },
  ])('use up $minutes minutes', ({ pause, minutes }) => {
    const clock = only([...past(['03-06T16:00']), ...pause], 'resolution');
    expect(minutesUsed(clock, '03-09T11:30')).toBe(minutes);
  });

  it('know when a part of their time is used up', () => {
    const { course, targetMs } = only(past(['03-09T10:00']), 'resolution');
    const time = businessTime(pinnedTerms().hours);
    expect(
      [50, 75, 100].map((percent) => shown(momentOf(course, time, (targetMs * percent) / 100))),
    ).toEqual(['03-09T15:00', '03-09T17:00', '03-10T10:00']);
  });

  it.each([
    { from: 'its beginning', first: '12:00', minutes: 90 },
    { from: 'thirty minutes later', first: '12:30', minutes: 60 },
  ])(
    'count round the clock what is open, and no other waiting, from $from',
    ({ first, minutes }) => {
      const always = officeHours({ openings: [{ from: '00:00', to: '24:00' }], days: 'all' });
      const terms = toSolveIn(480, { hours: always });
      const moments = past(
        [`03-09T${first}`],
        ['03-09T13:00', { status: 'in-progress' }],
        ['03-09T13:30', waiting],
        ['03-09T14:00', { status: 'closed' }],
      );
      expect(minutesUsed(only(moments, 'resolution', terms), '03-09T20:00', terms)).toBe(minutes);
    },
  );

  it('pause only where their policy says so', () => {
    const moments = past(['03-09T10:00'], ['03-09T11:00', { ...waiting, waitingFor: 'vendor' }]);
    expect(stateOf(only(moments, 'resolution'), ms('03-09T11:30'))).toBe('running');
    expect(stateOf(only(moments, 'first-response'), ms('03-09T10:30'))).toBe('running');
    const terms = pinnedTerms({
      pauses: { firstResponse: [], nextResponse: [], resolution: ['vendor'] },
    });
    expect(stateOf(only(moments, 'resolution', terms), ms('03-09T11:30'))).toBe('paused');
  });

  it('say why they ran or did not', () => {
    const moments = past(
      ['03-09T10:00'],
      ['03-09T10:30', { status: 'in-progress' }],
      ['03-09T11:00', waiting],
      ['03-09T11:30'],
      ['03-09T12:00', resolved],
      ['03-09T14:00'],
    );
    const { spans } = only(moments, 'resolution').course;
    expect(spans.map(({ fromMs, isRunning, why }) => [shown(fromMs), isRunning, why])).toEqual([
      ['03-09T10:00', true, 'open'],
      ['03-09T11:00', false, 'waiting-for-customer'],
      ['03-09T11:30', true, 'open'],
      ['03-09T12:00', false, 'resolved'],
      ['03-09T14:00', true, 'open'],
    ]);
  });

  it('promise nothing that the policy does not', () => {
    expect(clocksOf(past(['03-09T10:00', { priority: 'major' }]), pinnedTerms())).toEqual([]);
    const some = clocksOf(past(['03-09T10:00']), toSolveIn(60));
    expect(some.map(({ id }) => id.clock)).toEqual(['resolution']);
  });
});

describe('the first response', () => {
  it.each([
    { what: 'staff answer', moment: staff, state: 'met' },
    { what: 'it is resolved', moment: resolved, state: 'met' },
    { what: 'it is cancelled', moment: { status: 'cancelled' }, state: 'cancelled' },
    { what: 'the customer asks again', moment: customer, state: 'running' },
  ] as const)('is $state once $what', ({ moment, state }) => {
    const moments = past(['03-09T10:00'], ['03-09T10:30', moment]);
    expect(stateOf(only(moments, 'first-response'), ms('03-09T10:45'))).toBe(state);
  });

  it.each([
    { answered: '03-09T11:00', state: 'met', breached: undefined },
    { answered: '03-09T11:01', state: 'breached', breached: '03-09T11:00' },
  ])('is $state where it comes at $answered', ({ answered, state, breached }) => {
    const clock = only(past(['03-09T10:00'], [answered, staff]), 'first-response');
    expect(stateOf(clock, ms('03-10T10:00'))).toBe(state);
    expect(shown(breachedMs(clock, ms('03-10T10:00')))).toBe(breached);
  });
});

describe('the share of a line', () => {
  const targets = [
    { priority: 'medium', resolution: 240, lines: { first: 60, second: 180 } },
  ] as const;
  const terms = pinnedTerms({ targets: [...targets] });
  const shareOfFirst = (...moments: Moment[]) => {
    const clock = named(clocksOf(moments, terms), 'line').find(({ id }) => id.line === 'first');
    if (!clock) throw new Error('The first line has no share');
    return [stateOf(clock, ms('03-09T15:00')), shown(breachedMs(clock, ms('03-09T15:00')))];
  };
  const second = { line: 'second' } as const;

  it('is kept by whoever hands over as it is used up', () => {
    expect(shareOfFirst(...past(['03-09T10:00'], ['03-09T11:00', second]))).toEqual([
      'paused',
      undefined,
    ]);
  });

  it.each([
    { back: '03-09T13:30', what: 'comes back' },
    { back: '03-09T12:30', what: 'comes back while nobody is there' },
  ])('is exceeded when the ticket $what', ({ back }) => {
    const moments = past(['03-09T10:00'], ['03-09T11:00', second], [back, { line: 'first' }]);
    expect(shareOfFirst(...moments)).toEqual(['breached', back]);
  });
});

describe('the next response', () => {
  const states = (...moments: Moment[]) =>
    named(clocksOf(moments, pinnedTerms()), 'next-response').map((clock) => [
      clock.id.number,
      shown(clock.course.startedMs),
      stateOf(clock, ms('03-09T11:59')),
    ]);

  it('is not waited for before the first', () => {
    expect(states(...past(['03-09T10:00'], ['03-09T10:10', customer]))).toEqual([]);
  });

  it("runs from the customer's latest word to the next answer, each time", () => {
    const moments = past(
      ['03-09T10:00'],
      ['03-09T10:05', staff],
      ['03-09T10:10', customer],
      ['03-09T10:20', customer],
      ['03-09T10:30', staff],
      ['03-09T10:40', staff],
      ['03-09T11:00', customer],
    );
    expect(states(...moments)).toEqual([
      [1, '03-09T10:10', 'cancelled'],
      [2, '03-09T10:20', 'met'],
      [3, '03-09T11:00', 'running'],
    ]);
  });
});

describe('a promise that was broken', () => {
  it.each([
    { what: 'the customer asks again', moment: customer },
    { what: 'the ticket is cancelled', moment: { status: 'cancelled' } },
    { what: 'it is answered at last', moment: staff },
  ] as const)('stays broken though $what', ({ moment }) => {
    const moments = past(
      ['03-09T09:00'],
      ['03-09T09:05', staff],
      ['03-09T09:10', customer],
      ['03-09T15:00', moment],
    );
    const [clock] = named(clocksOf(moments, pinnedTerms()), 'next-response');
    if (!clock) throw new Error('Nobody waits for an answer');
    expect(stateOf(clock, ms('03-09T16:00'))).toBe('breached');
    expect(shown(breachedMs(clock, ms('03-09T16:00')))).toBe('03-09T11:10');
  });
});

describe('the resolution', () => {
  const reopened = past(['03-09T10:00'], ['03-09T11:00', resolved], ['03-10T10:00']);

  it('takes up its time where it was when it is reopened', () => {
    const clock = only(reopened, 'resolution');
    expect(minutesUsed(clock, '03-10T11:00')).toBe(120);
    expect(stateOf(clock, ms('03-10T11:00'))).toBe('running');
  });

  it('is given all of its time anew where the policy says so', () => {
    const terms = pinnedTerms({ onReopening: 'restart' });
    const clocks = named(clocksOf(reopened, terms), 'resolution');
    expect(clocks.map((clock) => stateOf(clock, ms('03-10T11:00')))).toEqual(['met', 'running']);
    expect(clocks.map((clock) => shown(clock.dueMs))).toEqual(['03-10T10:00', '03-11T10:00']);
  });

  it('stays breached though it is settled, and closed, later', () => {
    const late = past(
      ['03-09T10:00'],
      ['03-10T11:00', resolved],
      ['03-10T12:00', { status: 'closed' }],
    );
    const clock = only(late, 'resolution');
    expect(shown(breachedMs(clock, ms('03-12T10:00')))).toBe('03-10T10:00');
    expect(minutesUsed(clock, '03-12T10:00')).toBe(540);
  });
});

/** Any past of a ticket, one step after the other, from the first morning on. */
const anyPast = fc
  .array(
    fc.record({
      afterMinutes: fc.integer({ min: 1, max: 900 }),
      status: fc.constantFrom('queued', 'in-progress', 'waiting', 'resolved', 'closed'),
      waitingFor: fc.constantFrom('user', 'customer', 'vendor'),
      line: fc.constantFrom('first', 'second', 'third'),
      said: fc.constantFrom(undefined, 'by-customer', 'by-staff'),
    }),
    { maxLength: 12 },
  )
  .map((steps) => {
    let at = ms('03-06T08:00');
    const moments: Moment[] = past(['03-06T08:00']);
    for (const { afterMinutes, status, waitingFor, line, said } of steps) {
      at += afterMinutes * minuteMs;
      const moment = {
        at: new Date(at).toISOString(),
        status,
        line,
        said,
        priority: 'medium',
      } as const;
      moments.push(status === 'waiting' ? { ...moment, waitingFor } : moment);
    }
    return moments;
  });

const end = ms('03-16T18:00');
const hours = officeHours({ holidays: ['2026-03-11'] });
const lines = { first: 100, second: 80, third: 60 };
const terms = toSolveIn(240, { hours, targets: [{ priority: 'medium', resolution: 240, lines }] });

const runs = ({ status, waitingFor }: Moment) =>
  status === 'queued' ||
  status === 'in-progress' ||
  (status === 'waiting' && waitingFor === 'vendor');

describe('any clock', () => {
  it('is what a person with a watch would note', () => {
    fc.assert(
      fc.property(anyPast, (moments) => {
        const clock = only(moments, 'resolution', terms);
        const { used, due } = watched(moments, { hours, endMs: end, counts: runs, target: 240 });
        expect(elapsedMs(clock, businessTime(hours), end) / minuteMs).toBe(used);
        if (due !== undefined) expect(shown(clock.dueMs)).toBe(shown(due));
        else expect(breachedMs(clock, end)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('of a customer is the sum of those of the lines', () => {
    fc.assert(
      fc.property(anyPast, (moments) => {
        const clocks = clocksOf(moments, terms);
        const used = (name: ClockName) =>
          named(clocks, name).map((clock) => elapsedMs(clock, businessTime(hours), end) / minuteMs);
        const ofLines = used('line');
        expect(ofLines).toHaveLength(3);
        expect(ofLines.reduce((sum, minutes) => sum + minutes, 0)).toBe(used('resolution')[0]);
        for (const clock of named(clocks, 'line')) {
          const counts = (moment: Moment) => runs(moment) && moment.line === clock.id.line;
          const { due } = watched(moments, {
            hours,
            endMs: end,
            counts,
            target: clock.targetMs / minuteMs,
          });
          if (due !== undefined) expect(shown(clock.dueMs)).toBe(shown(due));
        }
      }),
      { numRuns: 30 },
    );
  });
});
