import type { CalendarEvent, Hours } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

/** When a desk or a person is there. What it was like before, its history tells by version. */
export type Calendar =
  | { readonly status: 'absent' }
  | {
      readonly status: 'defined';
      readonly calendarId: string;
      readonly name: string;
      readonly hours: Hours;
      readonly since: string;
    };
export type DefinedCalendar = Extract<Calendar, { status: 'defined' }>;

export const refuse = refusals({
  'calendar-already-defined': 'conflict',
  'calendar-not-found': 'notFound',
  'calendar-zone-unknown': 'invalid',
  'calendar-place-unknown': 'invalid',
  'calendar-opening-empty': 'invalid',
  'calendar-openings-overlap': 'invalid',
  'calendar-date-twice': 'invalid',
  'calendar-never-open': 'invalid',
});

const evolve = (calendar: Calendar, { type, data }: CalendarEvent): Calendar => {
  const { calendarId, hours, at: since } = data;
  if (type === 'CalendarDefined')
    return { status: 'defined', calendarId, name: data.name, hours, since };
  return calendar.status === 'absent' ? calendar : { ...calendar, hours, since };
};

export const calendar: Aggregate<Calendar, CalendarEvent> = {
  name: 'calendar',
  initial: { status: 'absent' },
  evolve,
};
