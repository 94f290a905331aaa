export { connectRedis, type Log } from './connect-redis.ts';
export { type Decision, rateLimitHeaders } from './decision.ts';
export { type Limiter, type LimiterOptions, limiter } from './limiter.ts';
export type { Plan, Window } from './plan.ts';
export {
  type RevocationOptions,
  type Revocations,
  type Revoked,
  revocations,
} from './revocations.ts';
