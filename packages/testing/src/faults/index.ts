export type {
  Answer,
  Command,
  Misbehaviour,
  SignalAt,
  SourceEdit,
} from '../misbehave/misbehaviour.ts';
export { type SabotageName, sabotages } from '../misbehave/sabotages.ts';
export type { HalfOpen, Side, Slowness } from './conditions.ts';
export { type Address, type FaultProxy, faultProxy } from './fault-proxy.ts';
export { instruct, misbehaveUrl, misbehaviour } from './instruct.ts';
