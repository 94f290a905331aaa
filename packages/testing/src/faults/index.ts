export type { HalfOpen, Side, Slowness } from './conditions.ts';
export { type Address, type FaultProxy, faultProxy } from './fault-proxy.ts';
