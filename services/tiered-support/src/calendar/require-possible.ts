import type { Hours, Opening } from '@steward/contracts';
import { IANAZone } from 'luxon';
import { minutesOf } from './business-time.ts';
import { refuse } from './calendar.ts';

const requireOrderly = (day: string, openings: readonly Opening[]): void => {
  const inOrder = [...openings].sort((one, other) => minutesOf(one.from) - minutesOf(other.from));
  for (const [index, { from, to }] of inOrder.entries()) {
    if (minutesOf(to) <= minutesOf(from))
      throw refuse(
        'calendar-opening-empty',
        `On ${day} it opens at ${from} and closes at ${to}; what goes on over midnight is two openings`,
      );
    const before = inOrder[index - 1];
    if (before && minutesOf(from) < minutesOf(before.to))
      throw refuse(
        'calendar-openings-overlap',
        `On ${day} it opens at ${from}, before it closed at ${before.to}`,
      );
  }
};

/** Refuses hours that nobody can keep, or by which nothing would ever fall due. */
export const requirePossible = ({ zone, weekly, holidays }: Hours): void => {
  if (!IANAZone.isValidZone(zone))
    throw refuse('calendar-zone-unknown', `There is no time zone ${zone}`);
  for (const [weekday, openings] of Object.entries(weekly)) requireOrderly(weekday, openings);
  const dates = new Set<string>();
  for (const { date, openings } of holidays) {
    if (dates.has(date)) throw refuse('calendar-date-twice', `${date} is there twice`);
    dates.add(date);
    requireOrderly(date, openings);
  }
  if (Object.values(weekly).every(({ length }) => length === 0))
    throw refuse('calendar-never-open', 'No day of the week is open');
};
