import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { definePool, revisePool } from './define-pool.ts';
import { requirePoolId } from './require-pool-id.ts';

export const defineResourcePoolRoute = ({ resourcePools }: Dependencies) =>
  answer(tieredSupportRoutes.defineResourcePool, ({ body, because }) => {
    const command = { ...body, at: because.at };
    return resourcePools.create(body.poolId, (pool) => definePool(pool, command), because);
  });

export const reviseResourcePoolRoute = ({ resourcePools }: Dependencies) =>
  answer(tieredSupportRoutes.reviseResourcePool, ({ params, body, because }) => {
    const poolId = requirePoolId(params.poolId);
    const command = { poolId, ...body, at: because.at };
    return resourcePools.change(poolId, (pool) => revisePool(pool, command), because);
  });
