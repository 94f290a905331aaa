import { Id, Name } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { Calendar } from './answers.ts';
import { Hours } from './calendar.ts';

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
};
