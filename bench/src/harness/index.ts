export type {
  Benchmark,
  BoundTarget,
  Contender,
  Ground,
  Load,
  LoadRequest,
  Measure,
  ProgramContender,
  RatioTarget,
  Sample,
  ServerContender,
  Setting,
  Target,
} from './benchmark.ts';
export { type Child, type ChildStart, startChild } from './child.ts';
export { announce, isQuick, measured, report, serve, type Work } from './contender.ts';
export { machine } from './machine.ts';
export { cpuSecondsOf, moveToCpu, residentMegabytesOf, watchCpu } from './process-cpu.ts';
export { type Outcome, runBenchmark } from './run-benchmark.ts';
export { stackGround } from './stack-ground.ts';
export { startBehind } from './start-behind.ts';
export { median, quantile, spread } from './statistics.ts';
export { tableOf } from './table.ts';
