import type { CalendarEvent } from '@steward/contracts';
import { type Calendar, refuse } from './calendar.ts';
import type { DefineCalendar } from './define-calendar.ts';
import { requirePossible } from './require-possible.ts';

export type ReviseCalendar = Omit<DefineCalendar, 'name'>;

export const reviseCalendar = (
  calendar: Calendar,
  { at, ...revised }: ReviseCalendar,
): CalendarEvent[] => {
  if (calendar.status === 'absent')
    throw refuse('calendar-not-found', `There is no calendar ${revised.calendarId}`);
  requirePossible(revised.hours);
  return [{ type: 'CalendarRevised', data: { ...revised, at: at.toISOString() } }];
};
