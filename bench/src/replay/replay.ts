import { viewCollectionName } from '@steward/persistence';
import type { Benchmark } from '../harness/index.ts';
import { lifeOf, prepareFacts } from '../project/project.ts';

const oneLife = { BENCH_IS_KILLED: 'false' };
const rebuilt = { ...oneLife, BENCH_VIEW: viewCollectionName('customer-holdings', 2) };
const life = (file: string): URL => new URL(file, import.meta.url);

export const replay: Benchmark = {
  name: 'replay',
  work: 'A read model built anew from the first event on: a million of them, and a tenth of that with --quick',
  unit: 'event',
  contenders: [
    lifeOf('steward', life('./rebuild-life.ts'), 'account', rebuilt),
    lifeOf('steward, a group of its own', life('../project/steward-life.ts'), 'account', oneLife),
    lifeOf('eachBatch + mongoose bulkWrite', life('./each-batch-life.ts'), 'plain', oneLife),
  ],
  targets: [
    { baseline: 'eachBatch + mongoose bulkWrite', reach: 2.5 },
    { figure: 'wrongRows', atMost: 0 },
  ],
  rounds: { full: 3, quick: 2 },
  prepare: prepareFacts({ full: 125_000, quick: 12_500 }),
};
