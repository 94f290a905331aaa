import {
  CalendarDefined,
  type CalendarEvent,
  CalendarRevised,
  type Hours,
} from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import { closedWeek, officeHours } from '../fixtures/hours.ts';
import { calendar } from './calendar.ts';
import { type DefineCalendar, defineCalendar } from './define-calendar.ts';
import { reviseCalendar } from './revise-calendar.ts';

const given = scenario(calendar);
const at = '2026-03-02T12:00:00.000Z';
const now = new Date(at);

const define: DefineCalendar = {
  calendarId: 'office',
  name: 'The office',
  hours: officeHours(),
  at: now,
};
const defined: CalendarEvent = { type: 'CalendarDefined', data: { ...define, at } };
const longer = officeHours({ openings: [{ from: '08:00', to: '20:00' }] });
const revise = { calendarId: 'office', hours: longer, at: now };
const revised: CalendarEvent = { type: 'CalendarRevised', data: { ...revise, at } };

const open = (from: string, to: string) => ({ from, to });
const onMonday = (...openings: { from: string; to: string }[]): Hours => ({
  ...officeHours(),
  weekly: { ...closedWeek, monday: openings },
});
const onDays = (...dates: string[]): Hours => officeHours({ holidays: dates });

const impossible = [
  {
    what: 'a zone that is nowhere',
    hours: { ...officeHours(), zone: 'Mars/Olympus' },
    code: 'calendar-zone-unknown',
  },
  {
    what: 'an opening that ends before it begins',
    hours: onMonday(open('18:00', '09:00')),
    code: 'calendar-opening-empty',
  },
  {
    what: 'an opening of no length',
    hours: onMonday(open('09:00', '09:00')),
    code: 'calendar-opening-empty',
  },
  {
    what: 'openings that overlap',
    hours: onMonday(open('12:00', '18:00'), open('09:00', '12:01')),
    code: 'calendar-openings-overlap',
  },
  {
    what: 'the same day twice',
    hours: onDays('2026-05-01', '2026-05-01'),
    code: 'calendar-date-twice',
  },
  {
    what: 'a week that never opens',
    hours: { ...officeHours(), weekly: closedWeek },
    code: 'calendar-never-open',
  },
];

describe('define a calendar', () => {
  it('keeps its hours', () => {
    given()
      .when((calendar) => defineCalendar(calendar, define))
      .thenEmits(defined);
  });

  it('takes openings that touch each other, in any order', () => {
    const hours = onMonday(open('12:00', '24:00'), open('00:00', '12:00'));
    given()
      .when((calendar) => defineCalendar(calendar, { ...define, hours }))
      .thenEmits({ type: 'CalendarDefined', data: { ...define, hours, at } });
  });

  it('refuses to define the same one twice', () => {
    given(defined)
      .when((calendar) => defineCalendar(calendar, define))
      .thenRefuses('calendar-already-defined');
  });

  it.each(impossible)('refuses $what', ({ hours, code }) => {
    given()
      .when((calendar) => defineCalendar(calendar, { ...define, hours }))
      .thenRefuses(code);
  });

  it('emits only events the contracts accept', () => {
    expect(CalendarDefined.parse(defined)).toEqual(defined);
    expect(CalendarRevised.parse(revised)).toEqual(revised);
  });
});

describe('revise a calendar', () => {
  it('gives it other hours', () => {
    given(defined)
      .when((calendar) => reviseCalendar(calendar, revise))
      .thenEmits(revised);
    expect([defined, revised].reduce(calendar.evolve, calendar.initial)).toMatchObject({
      name: 'The office',
      hours: longer,
    });
  });

  it('refuses one that was never defined', () => {
    given()
      .when((calendar) => reviseCalendar(calendar, revise))
      .thenRefuses('calendar-not-found');
  });

  it.each(impossible)('refuses $what', ({ hours, code }) => {
    given(defined)
      .when((calendar) => reviseCalendar(calendar, { ...revise, hours }))
      .thenRefuses(code);
  });
});
