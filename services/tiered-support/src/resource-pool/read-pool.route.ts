import {
  type HistoryEntry,
  PoolId,
  type ResourcePoolEvent,
  tieredSupportRoutes,
} from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, answerHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { everyItem } from '../every-item.ts';
import { stretches, withStep } from './occupancy.ts';
import {
  type DefinedPool,
  type ResourcePool,
  requireDefined,
  requireUnsettled,
} from './resource-pool.ts';
import { requirePeriod, shareOf, utilisation } from './utilisation.ts';

const poolAnswer = (poolId: PoolId, read: Read<ResourcePool> | undefined, now: Date) => {
  if (!exists(read))
    return { poolId, capacity: [], now: { units: 0, booked: 0 }, version: read?.version ?? 0 };
  const { name, capacity, bookings } = read.state;
  const nowMs = now.getTime();
  const [present] = stretches(capacity, bookings, { fromMs: nowMs, toMs: nowMs + 1 });
  const { units = 0, booked = 0 } = present ?? {};
  return {
    poolId,
    name,
    capacity: [...capacity],
    now: { units, booked, ...shareOf(booked, units) },
    version: read.version,
  };
};

export const readResourcePoolRoute = ({ resourcePools, now }: Dependencies) =>
  answer(tieredSupportRoutes.readResourcePool, async ({ params: { poolId } }) => {
    const read = await resourcePools.read(poolId);
    return exists(read) ? poolAnswer(read.state.poolId, read, now()) : undefined;
  });

export const listResourcePoolsRoute = ({ resourcePools, now }: Dependencies) =>
  answer(tieredSupportRoutes.listResourcePools, async () => {
    const answers = PoolId.options.map(async (poolId) =>
      poolAnswer(poolId, await resourcePools.read(poolId), now()),
    );
    return { items: await Promise.all(answers) };
  });

export const listPoolBookingsRoute = ({ resourcePools, poolBookings }: Dependencies) =>
  answer(tieredSupportRoutes.listPoolBookings, async ({ params: { poolId }, query }) => {
    if (!exists(await resourcePools.read(poolId))) return undefined;
    const page = await poolBookings.list({ poolId }, query, { by: 'from', direction: 1 });
    return { ...page, items: page.items.map(({ _id, poolId: _, ...booking }) => booking) };
  });

const iso = (ms: number): string => new Date(ms).toISOString();

export const readPoolAvailabilityRoute = ({ resourcePools, now }: Dependencies) =>
  answer(tieredSupportRoutes.readPoolAvailability, async ({ params, query: { from, to } }) => {
    const read = await resourcePools.read(params.poolId);
    if (!exists(read)) return undefined;
    const span = requirePeriod(from, to);
    const pool = requireDefined(read.state, { poolId: read.state.poolId, at: now() });
    requireUnsettled(pool, from);
    const items = stretches(pool.capacity, pool.bookings, span).map(
      ({ fromMs, toMs, units, booked }) => ({
        from: iso(fromMs),
        to: iso(toMs),
        units,
        booked,
        free: units - booked,
      }),
    );
    return { items };
  });

const capacityOf = (entries: readonly HistoryEntry[]): DefinedPool['capacity'] =>
  entries.reduce<DefinedPool['capacity']>((capacity, entry) => {
    const { type, data } = entry as unknown as ResourcePoolEvent;
    return type === 'ResourcePoolDefined' || type === 'ResourcePoolRevised'
      ? withStep(capacity, data.capacity)
      : capacity;
  }, []);

export const readPoolUtilisationRoute = ({ resourcePools, poolBookings }: Dependencies) =>
  answer(tieredSupportRoutes.readPoolUtilisation, async ({ params, query }) => {
    const read = await resourcePools.read(params.poolId);
    if (!exists(read)) return undefined;
    const { poolId } = read.state;
    const span = requirePeriod(query.from, query.to);
    const [from, to] = [iso(span.fromMs), iso(span.toMs)];
    const [steps, bookings] = await Promise.all([
      everyItem((request) =>
        resourcePools.history(poolId, request, ['ResourcePoolDefined', 'ResourcePoolRevised']),
      ),
      everyItem((request) =>
        poolBookings.list({ poolId, from: { $lt: to }, until: { $gt: from } }, request),
      ),
    ]);
    return { poolId, from, to, ...utilisation(capacityOf(steps), bookings, span) };
  });

export const readResourcePoolHistoryRoute = ({ resourcePools }: Dependencies) =>
  answerHistory(tieredSupportRoutes.readResourcePoolHistory, resourcePools);
