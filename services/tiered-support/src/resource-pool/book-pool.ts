import type { BookedFor, Booking, ResourcePoolEvent } from '@steward/contracts';
import { firstExcess } from './occupancy.ts';
import {
  type DefinedPool,
  inTime,
  type OnPool,
  type ResourcePool,
  refuse,
  requireDefined,
  requireUnsettled,
} from './resource-pool.ts';

const bookingsMax = 2_000;

const inUtc = (booking: Booking): Booking => ({
  ...booking,
  from: inTime(booking.from),
  until: inTime(booking.until),
});

/** Refuses a booking for which there is not enough at some moment, and says which one comes first. */
const requireRoom = (
  { poolId, capacity, settledUntil }: DefinedPool,
  others: readonly Booking[],
  booking: Booking,
): void => {
  const { from, until, units } = booking;
  if (Date.parse(until) <= Date.parse(from))
    throw refuse('pool-booking-empty', `It would be from ${from} until ${until}`);
  const fromMs = Math.max(Date.parse(from), Date.parse(settledUntil));
  const span = { fromMs, toMs: Date.parse(until) };
  const excess = firstExcess(capacity, [...others, booking], span);
  if (excess) {
    const free = excess.units - (excess.booked - units);
    throw refuse(
      'pool-overbooked',
      `At ${new Date(excess.fromMs).toISOString()} the pool ${poolId} has ${free} free of ${excess.units} units, and not ${units}`,
    );
  }
};

export interface BookPool extends OnPool {
  readonly booking: Booking;
  readonly by: string;
  /** Whether there was one of that id that the pool itself may have forgotten. */
  readonly wasMade: boolean;
}

export const bookPool = (
  pool: ResourcePool,
  { booking: wanted, by, wasMade, ...on }: BookPool,
): ResourcePoolEvent[] => {
  const defined = requireDefined(pool, on);
  const booking = inUtc(wanted);
  const { bookings, poolId } = defined;
  if (wasMade || bookings.some(({ bookingId }) => bookingId === booking.bookingId))
    throw refuse('pool-booking-already-made', `Booking ${booking.bookingId} was made before`);
  if (bookings.length >= bookingsMax)
    throw refuse('pool-too-much-to-keep', `A pool has ${bookingsMax} bookings at a time at most`);
  requireUnsettled(defined, booking.from);
  requireRoom(defined, bookings, booking);
  return [{ type: 'PoolBooked', data: { poolId, booking, by, at: on.at.toISOString() } }];
};

const requireBooking = ({ bookings, poolId }: DefinedPool, wanted: string): Booking => {
  const booking = bookings.find(({ bookingId }) => bookingId === wanted);
  if (!booking) throw refuse('pool-booking-not-found', `Pool ${poolId} has no booking ${wanted}`);
  return booking;
};

export interface ChangeBooking extends OnPool {
  readonly bookingId: string;
  readonly units?: number | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** What of a booking is settled stays: only its end can move then, and not back behind what is settled. */
export const changeBooking = (
  pool: ResourcePool,
  { bookingId, ...command }: ChangeBooking,
): ResourcePoolEvent[] => {
  const defined = requireDefined(pool, command);
  const before = requireBooking(defined, bookingId);
  const { units = before.units, from = before.from, until = before.until, at } = command;
  const booking = inUtc({ ...before, units, from, until });
  const begins = booking.from !== before.from || units !== before.units;
  if (!begins && booking.until === before.until)
    throw refuse('pool-booking-unchanged', `Booking ${bookingId} is like that already`);
  for (const moment of begins ? [before.from, booking.from] : [booking.until])
    requireUnsettled(defined, moment);
  requireRoom(
    defined,
    defined.bookings.filter((one) => one !== before),
    booking,
  );
  const { poolId } = defined;
  return [{ type: 'PoolBookingChanged', data: { poolId, booking, at: at.toISOString() } }];
};

export interface ReleaseBooking extends OnPool {
  readonly bookingId: string;
}

export const releaseBooking = (
  pool: ResourcePool,
  { bookingId, ...command }: ReleaseBooking,
): ResourcePoolEvent[] => {
  const defined = requireDefined(pool, command);
  const { until } = requireBooking(defined, bookingId);
  const at = command.at.toISOString();
  if (Date.parse(at) >= Date.parse(until))
    throw refuse('pool-booking-over', `Booking ${bookingId} ended at ${until}`);
  requireUnsettled(defined, at);
  return [{ type: 'PoolBookingReleased', data: { poolId: defined.poolId, bookingId, at } }];
};

/** What a booking is for has to be there. Campaigns are planned elsewhere; their names are taken as they come. */
export const requireKnown = ({ kind, id }: BookedFor, isThere: boolean): void => {
  if (kind !== 'campaign' && !isThere)
    throw refuse('pool-booked-for-unknown', `There is no ${kind} ${id}`);
};
