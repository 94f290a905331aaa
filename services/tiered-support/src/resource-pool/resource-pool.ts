import type { Booking, CapacityStep, PoolId, ResourcePoolEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';
import { withStep } from './occupancy.ts';

/** What projects draw on: so many units, each of which somebody has at a time. */
export type ResourcePool =
  | { readonly status: 'absent' }
  | {
      readonly status: 'defined';
      readonly poolId: PoolId;
      readonly name: string;
      readonly capacity: readonly CapacityStep[];
      /** Those that were not over at `settledUntil`. */
      readonly bookings: readonly Booking[];
      /** What was before is past and can no longer be changed; its bookings are in the history alone. */
      readonly settledUntil: string;
    };
export type DefinedPool = Extract<ResourcePool, { status: 'defined' }>;

export const refuse = refusals({
  'resource-pool-already-defined': 'conflict',
  'resource-pool-not-found': 'notFound',
  'pool-overbooked': 'conflict',
  'pool-capacity-booked': 'conflict',
  'pool-time-settled': 'conflict',
  'pool-time-too-far': 'invalid',
  'pool-booking-empty': 'invalid',
  'pool-booking-already-made': 'conflict',
  'pool-booking-not-found': 'notFound',
  'pool-booking-unchanged': 'conflict',
  'pool-booking-over': 'conflict',
  'pool-booked-for-unknown': 'notFound',
  'pool-too-much-to-keep': 'conflict',
  'pool-period-empty': 'invalid',
  'pool-period-too-long': 'invalid',
});

const lastYear = 9999;

/** The moment in UTC. One that no calendar of ours could write down is refused. */
export const inTime = (moment: string): string => {
  const date = new Date(moment);
  const year = date.getUTCFullYear();
  if (year < 1970 || year > lastYear)
    throw refuse('pool-time-too-far', `${moment} is not between 1970 and ${lastYear}`);
  return date.toISOString();
};

/** So long after the event it may still be told what was taken. */
const toldLateMsMax = 7 * 86_400_000;

export const settledBy = (at: string): string =>
  new Date(Date.parse(at) - toldLateMsMax).toISOString();

/** Leaves to the history what is past, so that a pool does not grow with every booking that ever was. */
const settled = (pool: DefinedPool, at: string): DefinedPool => {
  const untilMs = Math.max(Date.parse(pool.settledUntil), Date.parse(settledBy(at)));
  const { capacity, bookings } = pool;
  return {
    ...pool,
    settledUntil: new Date(untilMs).toISOString(),
    bookings: bookings.filter(({ until }) => Date.parse(until) > untilMs),
    capacity: capacity.filter((_, index) => {
      const next = capacity[index + 1];
      return !next || Date.parse(next.from) > untilMs;
    }),
  };
};

type LaterEvent = Exclude<ResourcePoolEvent, { type: 'ResourcePoolDefined' }>;

const proceed = (pool: DefinedPool, { type, data }: LaterEvent): DefinedPool => {
  const { bookings } = pool;
  switch (type) {
    case 'ResourcePoolRevised': {
      const { name, capacity } = data;
      return { ...pool, name, capacity: withStep(pool.capacity, capacity) };
    }
    case 'PoolBooked':
      return { ...pool, bookings: [...bookings, data.booking] };
    case 'PoolBookingChanged': {
      const { booking } = data;
      const changed = bookings.map((one) => (one.bookingId === booking.bookingId ? booking : one));
      return { ...pool, bookings: changed };
    }
    case 'PoolBookingReleased':
      return {
        ...pool,
        bookings: bookings.flatMap((one) => {
          if (one.bookingId !== data.bookingId) return [one];
          const cut = releasedAt(one, data.at);
          return cut ? [cut] : [];
        }),
      };
  }
};

/** What is left of a booking that is given back; nothing of one that had not begun. */
export const releasedAt = <Taken extends Pick<Booking, 'from' | 'until'>>(
  booking: Taken,
  at: string,
): Taken | undefined =>
  Date.parse(at) > Date.parse(booking.from) ? { ...booking, until: at } : undefined;

const evolve = (pool: ResourcePool, event: ResourcePoolEvent): ResourcePool => {
  if (event.type === 'ResourcePoolDefined') {
    const { poolId, name, capacity, at } = event.data;
    const settledUntil = settledBy(at);
    return {
      status: 'defined',
      poolId,
      name,
      capacity: [capacity],
      bookings: [],
      settledUntil,
    };
  }
  return pool.status === 'absent' ? pool : settled(proceed(pool, event), event.data.at);
};

export const resourcePool: Aggregate<ResourcePool, ResourcePoolEvent> = {
  name: 'resource-pool',
  initial: { status: 'absent' },
  evolve,
};

export interface OnPool {
  readonly poolId: PoolId;
  readonly at: Date;
}

/** The pool as it is for whatever happens at a moment. */
export const requireDefined = (pool: ResourcePool, { poolId, at }: OnPool): DefinedPool => {
  if (pool.status === 'absent')
    throw refuse('resource-pool-not-found', `There is no pool ${poolId}`);
  return settled(pool, at.toISOString());
};

/** Refuses to change what has been settled. */
export const requireUnsettled = ({ settledUntil }: DefinedPool, from: string): void => {
  if (Date.parse(from) < Date.parse(settledUntil))
    throw refuse('pool-time-settled', `What was before ${settledUntil} is settled`);
};
