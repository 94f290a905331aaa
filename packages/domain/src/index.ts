export type { Aggregate, Decision } from './aggregate.ts';
export { Refusal, type RefusalKind, refusals } from './refusal.ts';
