import type { Hours, Opening } from '@steward/contracts';
import { IANAZone } from 'luxon';

/** A stretch of time, in milliseconds since the epoch; its end does not belong to it. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Time as it counts for somebody who is not always there. */
export interface BusinessTime {
  /** The stretches between two moments in which they are there, in order. */
  openings(between: Stretch): Stretch[];
  /** How much of the time between two moments they are there, in milliseconds. */
  elapsedMs(between: Stretch): number;
  /** When they will have been there for so long; undefined where that takes more than forty years. */
  dueMs(fromMs: number, openMs: number): number | undefined;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const daysMax = 40 * 366;
/** Days that are worked out already: two years of them. */
const knownDaysMax = 731;

// The first of January 1970 was a Thursday.
const weekdays = [
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
] as const;

export const minutesOf = (timeOfDay: string): number => {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  return hours * 60 + minutes;
};

const lengthMs = ({ fromMs, toMs }: Stretch): number => Math.max(0, toMs - fromMs);

const common = (one: Stretch, other: Stretch): Stretch => ({
  fromMs: Math.max(one.fromMs, other.fromMs),
  toMs: Math.min(one.toMs, other.toMs),
});

interface Regime extends Stretch {
  /** How far the clock on the wall is ahead of UTC. */
  readonly offsetMs: number;
}

/** The parts of a day in each of which the clock on the wall runs evenly. Clocks change once a day at most. */
const regimesOf = (zone: IANAZone, { fromMs, toMs }: Stretch): Regime[] => {
  const offsetAt = (ms: number) => zone.offset(ms) * minuteMs;
  const before = offsetAt(fromMs);
  const after = offsetAt(toMs - 1);
  if (before === after) return [{ fromMs, toMs, offsetMs: before }];
  let [last, first] = [fromMs, toMs - 1];
  while (first - last > 1) {
    const middle = Math.floor((last + first) / 2);
    if (offsetAt(middle) === before) last = middle;
    else first = middle;
  }
  return [
    { fromMs, toMs: first, offsetMs: before },
    { fromMs: first, toMs, offsetMs: after },
  ];
};

/** The openings of a day by its date, which is counted in days since the epoch. */
const openingsByDate = ({ weekly, holidays }: Hours) => {
  const special = new Map(
    holidays.map(({ date, openings }) => [Date.parse(`${date}T00:00:00Z`) / dayMs, openings]),
  );
  return (date: number): readonly Opening[] => {
    const weekday = weekdays[((date % 7) + 7) % 7];
    return special.get(date) ?? (weekday === undefined ? [] : weekly[weekday]);
  };
};

/** What the clock on the wall says at both ends of a stretch decides which dates it touches. */
const openingsIn = (
  regime: Regime,
  openingsOf: (date: number) => readonly Opening[],
): Stretch[] => {
  const { fromMs, toMs, offsetMs } = regime;
  const firstDate = Math.floor((fromMs + offsetMs) / dayMs);
  const lastDate = Math.floor((toMs - 1 + offsetMs) / dayMs);
  const dates = Array.from({ length: lastDate - firstDate + 1 }, (_, index) => firstDate + index);
  return dates
    .flatMap((date) =>
      openingsOf(date).map(({ from, to }) => {
        const midnight = date * dayMs - offsetMs;
        const opening = {
          fromMs: midnight + minutesOf(from) * minuteMs,
          toMs: midnight + minutesOf(to) * minuteMs,
        };
        return common(opening, regime);
      }),
    )
    .filter((opening) => lengthMs(opening) > 0)
    .sort((one, other) => one.fromMs - other.fromMs);
};

const joined = (openings: readonly Stretch[]): Stretch[] => {
  const whole: Stretch[] = [];
  for (const opening of openings) {
    const last = whole.at(-1);
    if (last?.toMs === opening.fromMs) whole[whole.length - 1] = { ...last, toMs: opening.toMs };
    else whole.push(opening);
  }
  return whole;
};

/**
 * Counts as a clock on the wall would that runs only while it shows a time within the openings: an hour that
 * is left out in spring does not count, one that comes twice in autumn counts twice.
 */
export const businessTime = (hours: Hours): BusinessTime => {
  const zone = IANAZone.create(hours.zone);
  const openingsOf = openingsByDate(hours);
  const known = new Map<number, readonly Stretch[]>();

  /** The openings of a day in UTC, which is no day on most walls. */
  const openingsOfDay = (day: number): readonly Stretch[] => {
    const found = known.get(day);
    if (found) return found;
    const stretch = { fromMs: day * dayMs, toMs: (day + 1) * dayMs };
    const openings = regimesOf(zone, stretch).flatMap((regime) => openingsIn(regime, openingsOf));
    if (known.size >= knownDaysMax) known.clear();
    known.set(day, openings);
    return openings;
  };

  const openings = (between: Stretch): Stretch[] => {
    const found: Stretch[] = [];
    for (let day = Math.floor(between.fromMs / dayMs); day * dayMs < between.toMs; day += 1)
      found.push(...openingsOfDay(day).map((opening) => common(opening, between)));
    return joined(found.filter((opening) => lengthMs(opening) > 0));
  };

  return {
    openings,
    elapsedMs: (between) => openings(between).reduce((sum, opening) => sum + lengthMs(opening), 0),
    dueMs: (fromMs, openMs) => {
      if (openMs <= 0) return fromMs;
      let leftMs = openMs;
      const firstDay = Math.floor(fromMs / dayMs);
      for (let day = firstDay; day < firstDay + daysMax; day += 1) {
        for (const opening of openingsOfDay(day)) {
          const { fromMs: openFromMs, toMs } = {
            ...opening,
            fromMs: Math.max(opening.fromMs, fromMs),
          };
          const length = lengthMs({ fromMs: openFromMs, toMs });
          if (length >= leftMs) return openFromMs + leftMs;
          leftMs -= length;
        }
      }
      return undefined;
    },
  };
};
