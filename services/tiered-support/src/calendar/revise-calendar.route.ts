import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { reviseCalendar } from './revise-calendar.ts';

export const reviseCalendarRoute = ({ calendars }: Dependencies) =>
  answer(tieredSupportRoutes.reviseCalendar, ({ params: { calendarId }, body, because }) => {
    const command = { calendarId, hours: body.hours, at: because.at };
    return calendars.change(calendarId, (calendar) => reviseCalendar(calendar, command), because);
  });
