import type { Booking, CapacityStep } from '@steward/contracts';

export type Taken = Pick<Booking, 'units' | 'from' | 'until'>;

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** A time in which nothing changes. */
export interface Stretch extends Span {
  readonly units: number;
  readonly booked: number;
}

/** Units from one moment on; whatever was foreseen for then or later gives way. */
export const withStep = (
  capacity: readonly CapacityStep[],
  step: CapacityStep,
): readonly CapacityStep[] => [
  ...capacity.filter(({ from }) => Date.parse(from) < Date.parse(step.from)),
  step,
];

/** How many units more or fewer there are, and are booked, from each moment on. */
const changesOf = (capacity: readonly CapacityStep[], bookings: readonly Taken[]) => {
  const steps = capacity.map(({ from, units }, index) => ({
    atMs: Date.parse(from),
    units: units - (capacity[index - 1]?.units ?? 0),
    booked: 0,
  }));
  const taken = bookings.flatMap(({ units, from, until }) => [
    { atMs: Date.parse(from), units: 0, booked: units },
    { atMs: Date.parse(until), units: 0, booked: -units },
  ]);
  return [...steps, ...taken].sort((one, other) => one.atMs - other.atMs);
};

/** A span cut where anything changes. */
export const stretches = (
  capacity: readonly CapacityStep[],
  bookings: readonly Taken[],
  { fromMs, toMs }: Span,
): Stretch[] => {
  const cut: Stretch[] = [];
  let now = { units: 0, booked: 0 };
  let sinceMs = fromMs;
  const until = (atMs: number) => {
    const endMs = Math.min(atMs, toMs);
    if (endMs > sinceMs) cut.push({ fromMs: sinceMs, toMs: endMs, ...now });
    sinceMs = Math.max(sinceMs, endMs);
  };
  for (const { atMs, units, booked } of changesOf(capacity, bookings)) {
    until(atMs);
    now = { units: now.units + units, booked: now.booked + booked };
  }
  until(toMs);
  return cut;
};

/** The first time in a span in which more is booked than there is. */
export const firstExcess = (
  capacity: readonly CapacityStep[],
  bookings: readonly Taken[],
  span: Span,
): Stretch | undefined =>
  stretches(capacity, bookings, span).find(({ units, booked }) => booked > units);
