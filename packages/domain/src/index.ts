export type { Aggregate, Decision } from './aggregate.ts';
export { type Existing, exists } from './exists.ts';
export { Refusal, type RefusalKind, refusals } from './refusal.ts';
