import { tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { DefinedCalendar } from './calendar.ts';

const calendarAnswer = ({ version, state: { status: _, ...seen } }: Read<DefinedCalendar>) => ({
  ...seen,
  version,
});

export const readCalendarRoute = ({ calendars }: Dependencies) =>
  answer(tieredSupportRoutes.readCalendar, async ({ params: { calendarId } }) => {
    const read = await calendars.read(calendarId);
    return exists(read) ? calendarAnswer(read) : undefined;
  });

export const listCalendarsRoute = ({ calendars }: Dependencies) =>
  answer(tieredSupportRoutes.listCalendars, async ({ query }) => {
    const page = await calendars.list({}, query);
    return { ...page, items: page.items.filter(exists).map(calendarAnswer) };
  });

export const readCalendarHistoryRoute = ({ calendars }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readCalendarHistory, calendars);
