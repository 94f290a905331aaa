import type { PoolId, ResourcePoolEvent } from '@steward/contracts';
import { firstExcess, withStep } from './occupancy.ts';
import {
  inTime,
  type OnPool,
  type ResourcePool,
  refuse,
  requireDefined,
  requireUnsettled,
} from './resource-pool.ts';

const stepsMax = 500;

export interface DefinePool extends OnPool {
  readonly name: string;
  readonly units: number;
  /** From when on there are so many; from now on where it does not say. */
  readonly from?: string | undefined;
}

const factsOf = ({ poolId, name, units, at, from = at.toISOString() }: DefinePool) => ({
  poolId: poolId as PoolId,
  name,
  capacity: { from: inTime(from), units },
  at: at.toISOString(),
});

export const definePool = (pool: ResourcePool, command: DefinePool): ResourcePoolEvent[] => {
  if (pool.status !== 'absent')
    throw refuse('resource-pool-already-defined', `Pool ${command.poolId} was already defined`);
  return [{ type: 'ResourcePoolDefined', data: factsOf(command) }];
};

/** What has been promised to somebody is not taken away: so much must stay as is booked. */
export const revisePool = (pool: ResourcePool, command: DefinePool): ResourcePoolEvent[] => {
  const defined = requireDefined(pool, command);
  const data = factsOf(command);
  requireUnsettled(defined, data.capacity.from);
  const capacity = withStep(defined.capacity, data.capacity);
  if (capacity.length > stepsMax)
    throw refuse('pool-too-much-to-keep', `A pool has ${stepsMax} changes of capacity at most`);
  const span = {
    fromMs: Date.parse(defined.settledUntil),
    toMs: Math.max(...defined.bookings.map(({ until }) => Date.parse(until))),
  };
  const excess = firstExcess(capacity, defined.bookings, span);
  if (excess)
    throw refuse(
      'pool-capacity-booked',
      `At ${new Date(excess.fromMs).toISOString()} ${excess.booked} units are booked`,
    );
  return [{ type: 'ResourcePoolRevised', data }];
};
