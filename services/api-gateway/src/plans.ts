import type { Plan } from '@steward/cache';
import type { Principal } from '@steward/http';
import type { GatewayConfig } from './gateway-config.ts';

export type PlanName = 'standard' | 'bulk';

export const plansOf = (config: GatewayConfig): Record<PlanName, Plan> => {
  const limits = {
    burstPerSecond: config.QUOTA_BURST_PER_SECOND,
    perDay: config.QUOTA_PER_DAY,
  };
  return { standard: { ...limits, perMinute: config.QUOTA_PER_MINUTE }, bulk: limits };
};

/** Who brings in the records of another system sends more in a minute than any person does. */
export const planOf = ({ scopes }: Principal): PlanName =>
  scopes.has('history:backdate') ? 'bulk' : 'standard';
