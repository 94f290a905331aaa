import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name } from '../primitives.ts';

/** What a clock on the wall shows, from `00:00` to `24:00`. */
export const TimeOfDay = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

/** A part of a day: open from the first minute on, closed again at the second. */
export const Opening = z.object({ from: TimeOfDay, to: TimeOfDay });
export type Opening = z.output<typeof Opening>;

const openings = z.array(Opening).max(24).default([]);

/** The openings of each day of the week; a day that is left out is closed. */
export const Weekly = z.object({
  monday: openings,
  tuesday: openings,
  wednesday: openings,
  thursday: openings,
  friday: openings,
  saturday: openings,
  sunday: openings,
});
export type Weekly = z.output<typeof Weekly>;

/** A day with openings of its own, or none. */
export const Holiday = z.object({ date: z.iso.date(), name: Name.optional(), openings });
export type Holiday = z.output<typeof Holiday>;

/** When somebody is there, by the clock on their wall. */
export const Hours = z.object({
  /** A zone of the IANA's list, such as `Asia/Shanghai`. */
  zone: z.string().min(1).max(64),
  weekly: Weekly,
  holidays: z.array(Holiday).max(500).default([]),
});
export type Hours = z.output<typeof Hours>;

const calendar = { calendarId: Id, at: Instant };

export const CalendarDefined = event(
  'CalendarDefined',
  'tiered-support.calendar.defined.v1',
  z.object({ ...calendar, name: Name, hours: Hours }),
);

/** Other hours from now on; what has begun under the former ones goes on under them. */
export const CalendarRevised = event(
  'CalendarRevised',
  'tiered-support.calendar.revised.v1',
  z.object({ ...calendar, hours: Hours }),
);

export const calendarNoun = noun('tiered-support.calendar', [CalendarDefined, CalendarRevised]);
export type CalendarEvent = EventOf<(typeof calendarNoun.events)[number]>;
