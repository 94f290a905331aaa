import type { Hours } from '@steward/contracts';
import type { DefinedCalendar } from './calendar.ts';

const dayMs = 86_400_000;
/** Holidays that come later than this are not taken along; no promise is that far off. */
const daysAhead = 800;

/** What has been leaves no trace in what comes after it. */
const aheadOf = ({ holidays, ...hours }: Hours, at: Date): Hours => {
  const from = at.getTime() - 2 * dayMs;
  const to = at.getTime() + daysAhead * dayMs;
  const isAhead = (date: string) => Date.parse(date) >= from && Date.parse(date) <= to;
  return { ...hours, holidays: holidays.filter(({ date }) => isAhead(date)) };
};

/** A state and the version that it was read at. */
export interface Versioned<State> {
  readonly version: number;
  readonly state: State;
}

/** Writes down what a calendar says, so that no later revision of it changes what is counted in it. */
export const pinHours = (
  { version: calendarVersion, state: { calendarId, hours } }: Versioned<DefinedCalendar>,
  at: Date,
) => ({ calendarId, calendarVersion, hours: aheadOf(hours, at) });
