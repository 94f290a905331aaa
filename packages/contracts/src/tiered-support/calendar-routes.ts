import { z } from 'zod';
import { Id, Name } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { Calendar } from './answers.ts';
import { Hours, TimeOfDay } from './calendar.ts';

/** A day that the law of a country keeps free, for a manager to take over into a calendar. */
export const OfficialHoliday = z.object({
  date: z.iso.date(),
  name: Name,
  /** When work ends, where only the rest of the day is free; a calendar says so by the openings of the day. */
  from: TimeOfDay.optional(),
});

const code = z.string().regex(/^[A-Za-z0-9-]{1,10}$/);

export const calendarRoutes = {
  defineCalendar: command('/v1/calendars', {
    summary: 'Define when a desk or a person is there; what falls due is counted in these hours',
    scope: 'support:write',
    creates: true,
    body: { calendarId: Id.optional(), name: Name, hours: Hours },
  }),
  reviseCalendar: command('/v1/calendars/:calendarId/revisions', {
    summary: 'Give a calendar other hours; clocks that run already keep those they began with',
    scope: 'support:write',
    body: { hours: Hours },
  }),
  readCalendar: query('/v1/calendars/:calendarId', {
    summary: 'One calendar as it is now',
    scope: 'support:read',
    answer: Calendar,
  }),
  listCalendars: query('/v1/calendars', {
    summary: 'Calendars by id',
    scope: 'support:read',
    filters: paging,
    answer: page(Calendar),
  }),
  readCalendarHistory: query('/v1/calendars/:calendarId/history', {
    summary: 'Every revision of a calendar',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
  listOfficialHolidays: query('/v1/holidays', {
    summary: 'The public holidays of a country or a part of it in one year, as its law has them',
    scope: 'support:read',
    filters: {
      /** ISO 3166-1 alpha-2, such as `DE`. */
      country: z.string().regex(/^[A-Z]{2}$/),
      /** A state of the country, such as `BY`, and a region of the state, where they have days of their own. */
      state: code.optional(),
      region: code.optional(),
      year: z.coerce.number().int().min(1970).max(2100),
      /** The language of the names, where they are known in it. */
      language: z
        .string()
        .regex(/^[a-z]{2}$/)
        .default('en'),
    },
    answer: z.object({ items: z.array(OfficialHoliday) }),
  }),
};
