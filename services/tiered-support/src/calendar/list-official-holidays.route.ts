import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import Holidays from 'date-holidays';
import { refuse } from './calendar.ts';

const dayMs = 86_400_000;

interface Place {
  readonly country: string;
  readonly state?: string | undefined;
  readonly region?: string | undefined;
}

/** Refuses a place that nobody knows: it would have no holidays, which nobody should take for an answer. */
const holidaysOf = ({ country, state, region }: Place): Holidays => {
  const all = new Holidays();
  const isIn = (names: object | undefined, code: string | undefined): boolean =>
    code === undefined || (names !== undefined && Object.hasOwn(names, code));
  const isKnown =
    isIn(all.getCountries(), country) &&
    isIn(all.getStates(country), state) &&
    isIn(state === undefined ? undefined : all.getRegions(country, state), region);
  if (!isKnown)
    throw refuse(
      'calendar-place-unknown',
      `No holidays are known of ${country} ${state ?? ''} ${region ?? ''}`.trim(),
    );
  return new Holidays(country, state ?? '', region ?? '');
};

/** Every day of a holiday; one may last several days, or begin in the middle of one. */
const daysOf = ({ date, start, end, name }: ReturnType<Holidays['getHolidays']>[number]) => {
  const [day = '', time = ''] = date.split(' ');
  const from = time.slice(0, 5);
  const count = Math.max(1, Math.ceil((end.getTime() - start.getTime()) / dayMs));
  return Array.from({ length: count }, (_, index) => ({
    date: new Date(Date.parse(day) + index * dayMs).toISOString().slice(0, 10),
    name,
    ...(index === 0 && from !== '00:00' && { from }),
  }));
};

export const listOfficialHolidaysRoute = () =>
  answer(tieredSupportRoutes.listOfficialHolidays, async ({ query }) => {
    const { year, language, ...place } = query;
    const holidays = holidaysOf(place).getHolidays(year, language);
    const free = holidays.filter(({ type }) => type === 'public');
    return { items: free.flatMap(daysOf) };
  });
