import { z } from 'zod';
import { Instant, Name } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import { Booking, CapacityStep, PoolId } from './resource-pool.ts';

const { from, units } = CapacityStep.shape;
const { bookingId, ...booked } = Booking.shape;
const period = { from: Instant, to: Instant };

/** Units by time, in milliseconds; the percent of the capacity is rounded down, and not there without any. */
const used = {
  bookedUnitMs: z.int(),
  capacityUnitMs: z.int(),
  percent: z.int().optional(),
};

export const ResourcePool = z.object({
  poolId: PoolId,
  /** Not there while nobody has defined the pool; then it has no units. */
  name: Name.optional(),
  capacity: z.array(CapacityStep),
  /** At the moment of the answer. */
  now: z.object({ units: z.int(), booked: z.int(), percent: z.int().optional() }),
  version: z.int(),
});

export const PoolBooking = z.object({ ...Booking.shape, by: z.string() });

/** Between two moments at which something changes. */
export const PoolAvailability = z.object({
  ...period,
  units: z.int(),
  booked: z.int(),
  free: z.int(),
});

export const PoolUtilisation = z.object({
  poolId: PoolId,
  ...period,
  ...used,
  /** Day by day, in UTC. */
  days: z.array(z.object({ date: z.iso.date(), ...used })),
});

export const resourcePoolRoutes = {
  defineResourcePool: command('/v1/resource-pools', {
    summary: 'Define one of the five pools that projects draw on',
    scope: 'support:write',
    creates: true,
    body: { poolId: PoolId, name: Name, units, from: from.optional() },
  }),
  reviseResourcePool: command('/v1/resource-pools/:poolId/revisions', {
    summary:
      'Give a pool another name, or other units from a moment on; what is booked stays booked',
    scope: 'support:write',
    body: { name: Name, units, from: from.optional() },
  }),
  bookResourcePool: command('/v1/resource-pools/:poolId/bookings', {
    summary: 'Take units for a project, a ticket or a campaign; never more than there are',
    scope: 'support:work',
    creates: true,
    body: { bookingId: bookingId.optional(), ...booked },
  }),
  changePoolBooking: command('/v1/resource-pools/:poolId/bookings/:bookingId/changes', {
    summary: 'Move a booking, shorten it or change its units',
    scope: 'support:work',
    body: {
      units: booked.units.optional(),
      from: booked.from.optional(),
      until: booked.until.optional(),
    },
  }),
  releasePoolBooking: command('/v1/resource-pools/:poolId/bookings/:bookingId/release', {
    summary: 'Give units back before their time',
    scope: 'support:work',
    body: {},
  }),
  readResourcePool: query('/v1/resource-pools/:poolId', {
    summary: 'One pool, and how much of it is booked now',
    scope: 'support:read',
    answer: ResourcePool,
  }),
  listResourcePools: query('/v1/resource-pools', {
    summary: 'All five pools, and how much of each is booked now',
    scope: 'support:read',
    answer: z.object({ items: z.array(ResourcePool) }),
  }),
  listPoolBookings: query('/v1/resource-pools/:poolId/bookings', {
    summary: 'Bookings of a pool by their beginning, past ones as well',
    scope: 'support:read',
    filters: paging,
    answer: page(PoolBooking),
  }),
  readPoolAvailability: query('/v1/resource-pools/:poolId/availability', {
    summary: 'What is free in a period that is not over yet',
    scope: 'support:read',
    filters: period,
    answer: z.object({ items: z.array(PoolAvailability) }),
  }),
  readPoolUtilisation: query('/v1/resource-pools/:poolId/utilisation', {
    summary: 'What was booked of what was there, in all and by day',
    scope: 'support:read',
    filters: period,
    answer: PoolUtilisation,
  }),
  readResourcePoolHistory: query('/v1/resource-pools/:poolId/history', {
    summary: 'Every event of a pool',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};
