import type { CalendarEvent, Hours } from '@steward/contracts';
import { type Calendar, refuse } from './calendar.ts';
import { requirePossible } from './require-possible.ts';

export interface DefineCalendar {
  readonly calendarId: string;
  readonly name: string;
  readonly hours: Hours;
  readonly at: Date;
}

export const defineCalendar = (
  calendar: Calendar,
  { at, ...defined }: DefineCalendar,
): CalendarEvent[] => {
  if (calendar.status !== 'absent')
    throw refuse('calendar-already-defined', `Calendar ${defined.calendarId} was already defined`);
  requirePossible(defined.hours);
  return [{ type: 'CalendarDefined', data: { ...defined, at: at.toISOString() } }];
};
