export type { Aggregate, Decision, Erased, Erasure } from './aggregate.ts';
export { type Existing, exists } from './exists.ts';
export { Refusal, type RefusalKind, refusals } from './refusal.ts';
