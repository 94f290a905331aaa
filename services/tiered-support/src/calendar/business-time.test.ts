import type { Hours } from '@steward/contracts';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { closedWeek, officeHours } from '../fixtures/hours.ts';
import { type BusinessTime, businessTime, minutesOf } from './business-time.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const utc = (moment: string) => DateTime.fromISO(moment, { zone: 'utc' }).toMillis();

describe('business time', () => {
  const zone = 'Asia/Shanghai';
  const local = (moment: string) => DateTime.fromISO(moment, { zone }).toMillis();
  const shown = (ms: number | undefined) =>
    ms === undefined ? undefined : DateTime.fromMillis(ms, { zone }).toFormat("MM-dd'T'HH:mm");
  const office = businessTime(officeHours());
  const withHoliday = businessTime(officeHours({ holidays: ['2026-03-09'] }));

  it.each([
    { what: 'over a weekend', from: '2026-03-06T17:30', minutes: 60, due: '03-09T09:30' },
    { what: 'over lunch', from: '2026-03-09T11:30', minutes: 60, due: '03-09T13:30' },
    { what: 'from a Saturday', from: '2026-03-07T10:00', minutes: 60, due: '03-09T10:00' },
    { what: 'a long day', from: '2026-03-09T10:00', minutes: 480, due: '03-10T10:00' },
    { what: 'half of it', from: '2026-03-09T10:00', minutes: 240, due: '03-09T15:00' },
    { what: 'three quarters', from: '2026-03-09T10:00', minutes: 360, due: '03-09T17:00' },
    { what: 'to the end of a day', from: '2026-03-09T10:00', minutes: 420, due: '03-09T18:00' },
    { what: 'no time at all', from: '2026-03-07T10:00', minutes: 0, due: '03-07T10:00' },
  ])('is due $what: $from and $minutes minutes', ({ from, minutes, due }) => {
    expect(shown(office.dueMs(local(from), minutes * minuteMs))).toBe(due);
  });

  it('leaves holidays out', () => {
    expect(shown(withHoliday.dueMs(local('2026-03-06T17:30'), hourMs))).toBe('03-10T09:30');
  });

  it('counts what lies between two moments', () => {
    const between = { fromMs: local('2026-03-06T16:00'), toMs: local('2026-03-09T11:30') };
    expect(office.elapsedMs(between) / minuteMs).toBe(270);
  });

  it('is never due where nobody is ever there', () => {
    const never = businessTime({ zone, weekly: closedWeek, holidays: [] });
    expect(never.dueMs(local('2026-03-09T10:00'), 1)).toBeUndefined();
  });

  it('joins what goes on over midnight', () => {
    const always = businessTime(
      officeHours({ openings: [{ from: '00:00', to: '24:00' }], days: 'all' }),
    );
    const between = { fromMs: local('2026-03-06T16:00'), toMs: local('2026-03-09T11:30') };
    expect(always.openings(between)).toEqual([between]);
  });

  it('counts a leap day', () => {
    const always = businessTime(
      officeHours({ openings: [{ from: '00:00', to: '24:00' }], days: 'all' }),
    );
    expect(shown(always.dueMs(local('2028-02-28T12:00'), 24 * hourMs))).toBe('02-29T12:00');
  });
});

/** What a person with a watch would count: every minute by itself, by the clock on the wall. */
const watched = ({ zone, weekly, holidays }: Hours, fromMs: number, toMs: number): number => {
  const { monday, tuesday, wednesday, thursday, friday, saturday, sunday } = weekly;
  const days = [monday, tuesday, wednesday, thursday, friday, saturday, sunday];
  let count = 0;
  for (let ms = fromMs; ms < toMs; ms += minuteMs) {
    const wall = DateTime.fromMillis(ms, { zone });
    const special = holidays.find(({ date }) => date === wall.toISODate());
    const minute = wall.hour * 60 + wall.minute;
    const isOpen = (special?.openings ?? days[wall.weekday - 1] ?? []).some(
      ({ from, to }) => minutesOf(from) <= minute && minute < minutesOf(to),
    );
    count += Number(isOpen);
  }
  return count;
};

/** Days on which walls and watches disagree, one of each kind. */
const oddDays = [
  { zone: 'Europe/Berlin', around: '2026-03-29T01:00' },
  { zone: 'Europe/Berlin', around: '2026-10-25T01:00' },
  { zone: 'America/New_York', around: '2026-03-08T07:00' },
  { zone: 'America/New_York', around: '2026-11-01T06:00' },
  { zone: 'Australia/Lord_Howe', around: '2026-04-04T15:00' },
  { zone: 'America/Sao_Paulo', around: '2018-11-04T03:00' },
  { zone: 'Asia/Kathmandu', around: '2028-02-29T00:00' },
  { zone: 'Pacific/Apia', around: '2011-12-30T10:00' },
  { zone: 'Asia/Shanghai', around: '2026-12-31T16:00' },
  { zone: 'Africa/Casablanca', around: '2026-02-15T02:00' },
];

const timeOfDay = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Several openings a day that do not overlap, each from an even border to an odd one. */
const anyOpenings = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
  .map((borders) => borders.sort((one, other) => one - other))
  .map((borders) =>
    borders.flatMap((border, index) => {
      const next = borders[index + 1];
      if (index % 2 === 1 || next === undefined) return [];
      return [{ from: timeOfDay(border * 15), to: timeOfDay(next * 15) }];
    }),
  );

const anyHours = (zone: string, around: string): fc.Arbitrary<Hours> => {
  const day = DateTime.fromISO(around, { zone: 'utc' }).toISODate() ?? '';
  return fc.record({
    zone: fc.constant(zone),
    weekly: fc.record({
      monday: anyOpenings,
      tuesday: anyOpenings,
      wednesday: anyOpenings,
      thursday: anyOpenings,
      friday: anyOpenings,
      saturday: anyOpenings,
      sunday: anyOpenings,
    }),
    holidays: fc
      .option(anyOpenings, { nil: undefined })
      .map((openings) => (openings === undefined ? [] : [{ date: day, openings }])),
  });
};

describe.each(oddDays)('business time in $zone around $around', ({ zone, around }) => {
  const moment = fc
    .integer({ min: -36 * 60, max: 36 * 60 })
    .map((minutes) => utc(around) + minutes * minuteMs);

  it('counts what a person with a watch would', () => {
    fc.assert(
      fc.property(anyHours(zone, around), moment, moment, (hours, one, other) => {
        const [fromMs, toMs] = [Math.min(one, other), Math.max(one, other)];
        const counted = businessTime(hours).elapsedMs({ fromMs, toMs }) / minuteMs;
        expect(counted).toBe(watched(hours, fromMs, toMs));
      }),
      { numRuns: 10 },
    );
  });

  it('is due when so much has passed and not a moment sooner', () => {
    const elapsedAt = (time: BusinessTime, fromMs: number, toMs: number) =>
      time.elapsedMs({ fromMs, toMs });
    fc.assert(
      fc.property(
        anyHours(zone, around),
        moment,
        fc.integer({ min: 1, max: 4 * 24 * 60 * 60 }),
        (hours, fromMs, seconds) => {
          const time = businessTime(hours);
          const openMs = seconds * 1_000;
          const dueMs = time.dueMs(fromMs, openMs) ?? Number.NaN;
          expect(elapsedAt(time, fromMs, dueMs)).toBe(openMs);
          expect(elapsedAt(time, fromMs, dueMs - 1)).toBe(openMs - 1);
        },
      ),
      { numRuns: 100 },
    );
  });
});
