import type { Redis } from 'ioredis';
import { LRUCache } from 'lru-cache';
import type { Log } from './connect-redis.ts';
import { type Decision, decisionOf } from './decision.ts';
import type { Grant, Wish } from './grant.ts';
import { type Lease, newLease, nextSpare } from './lease.ts';
import { localTokens } from './local-tokens.ts';
import { type Plan, policyOf } from './plan.ts';
import { sharedTokens } from './shared-tokens.ts';

export interface LimiterOptions<PlanName extends string> {
  readonly redis: Redis;
  readonly plans: Readonly<Record<PlanName, Plan>>;
  readonly log: Log;
  readonly nowMs?: () => number;
  readonly keyPrefix?: string;
  /** The consumers that are kept in memory; those not seen for longest are forgotten first. */
  readonly consumersMax?: number;
}

export interface Limiter<PlanName extends string> {
  /** Takes one token. Answers at once, without a promise, as long as the consumer's lease lasts. */
  take(consumer: string, plan: PlanName): Decision | Promise<Decision>;
  /** Whether Redis is away, so that this process counts for itself. */
  countsLocally(): boolean;
}

const refusedMsMax = 1_000;
/** How long Redis is left alone after it failed: meanwhile no request waits for it in vain. */
const restMs = 500;

/** Asks Redis, and while Redis cannot be asked counts in this process: never open, and never closed. */
const steadyTokens = (
  shared: (wish: Wish) => Promise<Grant>,
  local: (wish: Wish) => Grant,
  { nowMs, log }: { nowMs: () => number; log: Log },
) => {
  let restsUntilMs = 0;
  let isLocal = false;

  const take = async (wish: Wish): Promise<Grant> => {
    if (nowMs() < restsUntilMs) return local(wish);
    try {
      const grant = await shared(wish);
      if (isLocal) log('info', 'Quotas are counted in Redis again');
      isLocal = false;
      return grant;
    } catch (error) {
      if (!isLocal)
        log('warn', 'Quotas are counted in this process until Redis is back', { error });
      isLocal = true;
      restsUntilMs = nowMs() + restMs;
      return local(wish);
    }
  };
  return { take, isLocal: () => isLocal };
};

/** Counts requests per consumer against the limits of a plan, in Redis, by leases. */
export const limiter = <PlanName extends string>({
  redis,
  plans,
  log,
  nowMs = Date.now,
  keyPrefix = 'steward:quota:',
  consumersMax = 50_000,
}: LimiterOptions<PlanName>): Limiter<PlanName> => {
  const leases = new LRUCache<string, Lease>({ max: consumersMax });
  const tokens = steadyTokens(sharedTokens(redis, keyPrefix), localTokens(consumersMax, nowMs), {
    nowMs,
    log,
  });

  const leaseOf = (consumer: string, name: PlanName): Lease => {
    const key = `${name}:${consumer}`;
    const known = leases.get(key);
    if (known) return known;
    const fresh = newLease(key, plans[name], policyOf(plans[name]));
    leases.set(key, fresh);
    return fresh;
  };

  const refill = async (lease: Lease): Promise<Grant> => {
    const { key, plan, waiting, left, grant } = lease;
    const askedMs = nowMs();
    lease.spare = nextSpare(lease, askedMs);
    lease.left = 0;
    const wish = { key, plan, waiting, spare: lease.spare, unused: left };
    const next = await tokens.take({ ...wish, unusedMinute: grant?.minute ?? 0 });
    lease.grant = next;
    lease.left = next.granted;
    lease.grantedAtMs = askedMs;
    lease.untilMs = askedMs + next.lifeMs;
    if (next.granted === 0) lease.refusedUntilMs = askedMs + Math.min(refusedMsMax, next.resetMs);
    lease.underway = undefined;
    return next;
  };

  const use = (lease: Lease, atMs: number): Decision => {
    lease.left -= 1;
    return decisionOf(lease, true, atMs);
  };

  const takeAfterRefill = async (lease: Lease): Promise<Decision> => {
    lease.waiting += 1;
    try {
      for (;;) {
        lease.underway ??= refill(lease);
        const { granted } = await lease.underway;
        if (granted === 0) return decisionOf(lease, false, nowMs());
        // Tokens asked for by waiting requests are theirs, even where the lease has ended meanwhile.
        if (lease.left > 0) return use(lease, nowMs());
      }
    } finally {
      lease.waiting -= 1;
    }
  };

  return {
    take: (consumer, name) => {
      const lease = leaseOf(consumer, name);
      const atMs = nowMs();
      if (lease.left > 0 && atMs < lease.untilMs) return use(lease, atMs);
      if (atMs < lease.refusedUntilMs) return decisionOf(lease, false, atMs);
      return takeAfterRefill(lease);
    },
    countsLocally: tokens.isLocal,
  };
};
