import { edge } from './edge/edge.ts';
import type { Benchmark } from './harness/index.ts';

/** Every benchmark, in the order in which all of them run. */
export const benchmarks: readonly Benchmark[] = [edge];
