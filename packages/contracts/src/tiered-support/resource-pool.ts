import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name } from '../primitives.ts';

/** What every project draws on: one pool of each kind, named after it. */
export const PoolId = z.enum(['team', 'it', 'operation', 'solution', 'partner']);
export type PoolId = z.output<typeof PoolId>;

/** Things that are there at the same time, such as people or machines. */
const Units = z.int().min(0).max(1_000_000);

/** So many units from then on. */
export const CapacityStep = z.object({ from: Instant, units: Units });
export type CapacityStep = z.output<typeof CapacityStep>;

/** What a booking is for. */
export const BookedFor = z.object({ kind: z.enum(['project', 'ticket', 'campaign']), id: Id });
export type BookedFor = z.output<typeof BookedFor>;

/** Units that are taken from a moment on, until another one that they are free again at. */
export const Booking = z.object({
  bookingId: Id,
  for: BookedFor,
  units: Units.min(1),
  from: Instant,
  until: Instant,
});
export type Booking = z.output<typeof Booking>;

const pool = { poolId: PoolId, at: Instant };

export const ResourcePoolDefined = event(
  'ResourcePoolDefined',
  'tiered-support.resource-pool.defined.v1',
  z.object({ ...pool, name: Name, capacity: CapacityStep }),
);

/** Another name, or other units from a moment on; whatever was foreseen for later gives way. */
export const ResourcePoolRevised = event(
  'ResourcePoolRevised',
  'tiered-support.resource-pool.revised.v1',
  z.object({ ...pool, name: Name, capacity: CapacityStep }),
);

export const PoolBooked = event(
  'PoolBooked',
  'tiered-support.resource-pool.booked.v1',
  z.object({ ...pool, booking: Booking, by: z.string() }),
);

/** More or fewer units, or at another time. */
export const PoolBookingChanged = event(
  'PoolBookingChanged',
  'tiered-support.resource-pool.booking-changed.v1',
  z.object({ ...pool, booking: Booking }),
);

/** Free again from `at` on; a booking that had not begun is as if it had never been. */
export const PoolBookingReleased = event(
  'PoolBookingReleased',
  'tiered-support.resource-pool.booking-released.v1',
  z.object({ ...pool, bookingId: Id }),
);

export const resourcePoolNoun = noun('tiered-support.resource-pool', [
  ResourcePoolDefined,
  ResourcePoolRevised,
  PoolBooked,
  PoolBookingChanged,
  PoolBookingReleased,
]);
export type ResourcePoolEvent = EventOf<(typeof resourcePoolNoun.events)[number]>;
