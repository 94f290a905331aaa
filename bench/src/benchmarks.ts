import { edge } from './edge/edge.ts';
import { gateways } from './gateway/gateway.ts';
import type { Benchmark } from './harness/index.ts';

/** Every benchmark, in the order in which all of them run. */
export const benchmarks: readonly Benchmark[] = [edge, ...gateways];
