import { edge } from './edge/edge.ts';
import { gateways } from './gateway/gateway.ts';
import { policy } from './gateway/policy.ts';
import type { Benchmark } from './harness/index.ts';
import { idle } from './idle/idle.ts';
import { overload } from './overload/overload.ts';
import { telemetryEdge } from './telemetry/telemetry.ts';

/** Every benchmark, in the order in which all of them run. */
export const benchmarks: readonly Benchmark[] = [
  edge,
  ...gateways,
  policy,
  telemetryEdge,
  idle,
  overload,
];
