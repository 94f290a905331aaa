import { type BookedFor, tieredSupportRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { bookPool, changeBooking, releaseBooking, requireKnown } from './book-pool.ts';
import { bookingKey } from './pool-bookings.projection.ts';
import { requirePoolId } from './require-pool-id.ts';

const isThere = async (
  { projects, tickets }: Dependencies,
  { kind, id }: BookedFor,
): Promise<boolean> => {
  switch (kind) {
    case 'project':
      return exists(await projects.read(id));
    case 'ticket':
      return exists(await tickets.read(id));
    case 'campaign':
      return true;
  }
};

export const bookResourcePoolRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.bookResourcePool, async ({ params, body, because }) => {
    const { resourcePools, poolBookings, newId } = dependencies;
    const poolId = requirePoolId(params.poolId);
    const { bookingId = newId(), ...wanted } = body;
    requireKnown(wanted.for, await isThere(dependencies, wanted.for));
    const booking = { bookingId, ...wanted };
    const wasMade = (await poolBookings.get(bookingKey(poolId, bookingId))) !== undefined;
    const command = { poolId, booking, wasMade, by: because.actor, at: because.at };
    return resourcePools.change(poolId, (pool) => bookPool(pool, command), because);
  });

export const changePoolBookingRoute = ({ resourcePools }: Dependencies) =>
  answer(tieredSupportRoutes.changePoolBooking, ({ params, body, because }) => {
    const poolId = requirePoolId(params.poolId);
    const command = { ...body, ...params, poolId, at: because.at };
    return resourcePools.change(poolId, (pool) => changeBooking(pool, command), because);
  });

export const releasePoolBookingRoute = ({ resourcePools }: Dependencies) =>
  answer(tieredSupportRoutes.releasePoolBooking, ({ params, because }) => {
    const poolId = requirePoolId(params.poolId);
    const command = { ...params, poolId, at: because.at };
    return resourcePools.change(poolId, (pool) => releaseBooking(pool, command), because);
  });
