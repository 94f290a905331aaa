import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { defineCalendar } from './define-calendar.ts';

export const defineCalendarRoute = ({ calendars, newId }: Dependencies) =>
  answer(tieredSupportRoutes.defineCalendar, ({ body, because }) => {
    const { calendarId = newId(), name, hours } = body;
    const command = { calendarId, name, hours, at: because.at };
    return calendars.create(calendarId, (calendar) => defineCalendar(calendar, command), because);
  });
