import type { Benchmark } from '../harness/index.ts';
import { lifeOf, prepareFacts } from '../project/project.ts';

const oneLife = { BENCH_IS_KILLED: 'false' };

export const replay: Benchmark = {
  name: 'replay',
  work: 'A read model built anew from the first event on: a million of them, and a tenth of that with --quick',
  unit: 'event',
  contenders: [
    lifeOf('steward', new URL('../project/steward-life.ts', import.meta.url), 'account', oneLife),
    lifeOf(
      'eachBatch + mongoose bulkWrite',
      new URL('./each-batch-life.ts', import.meta.url),
      'plain',
      oneLife,
    ),
  ],
  targets: [
    { baseline: 'eachBatch + mongoose bulkWrite', reach: 2.5 },
    { figure: 'wrongRows', atMost: 0 },
  ],
  rounds: { full: 3, quick: 2 },
  prepare: prepareFacts({ full: 125_000, quick: 12_500 }),
};
