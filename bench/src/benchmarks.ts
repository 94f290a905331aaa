import { edge } from './edge/edge.ts';
import { freshness } from './freshness/freshness.ts';
import { gateways } from './gateway/gateway.ts';
import { policy } from './gateway/policy.ts';
import type { Benchmark } from './harness/index.ts';
import { idle } from './idle/idle.ts';
import { importing } from './import/import.ts';
import { overload } from './overload/overload.ts';
import { project } from './project/project.ts';
import { telemetryProject } from './project/telemetry-project.ts';
import { publish } from './publish/publish.ts';
import { replay } from './replay/replay.ts';
import { telemetryEdge } from './telemetry/telemetry.ts';
import { write } from './write/write.ts';

/** Every benchmark, in the order in which all of them run. */
export const benchmarks: readonly Benchmark[] = [
  edge,
  ...gateways,
  policy,
  write,
  publish,
  project,
  telemetryProject,
  replay,
  freshness,
  telemetryEdge,
  idle,
  overload,
  importing,
];
