import { PoolId } from '@steward/contracts';
import { refuse } from './resource-pool.ts';

/** One of the five names; there is no sixth pool. */
export const requirePoolId = (wanted: string): PoolId => {
  const named = PoolId.safeParse(wanted);
  if (!named.success) throw refuse('resource-pool-not-found', `There is no pool ${wanted}`);
  return named.data;
};
