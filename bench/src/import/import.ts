import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Benchmark, ProgramContender } from '../harness/index.ts';
import { worldGround } from '../world/world-ground.ts';

/** A help desk's log of one's own, or the sample that ships; the larger it is, the more the growth says. */
const { STEWARD_BENCH_LOG } = process.env;
const sample = fileURLToPath(new URL('../../../data/incidents.csv', import.meta.url));
const log = STEWARD_BENCH_LOG || sample;

const part = (name: string, share: number): ProgramContender => ({
  kind: 'program',
  name,
  program: new URL('./import-part.ts', import.meta.url),
  cpu: 'any',
  environment: { BENCH_LOG: log, BENCH_SHARE: String(share) },
  missing: () => (existsSync(log) ? undefined : `there is no ${log}`),
});

/** What must not grow with the log: a row of all of it costs no more than one of its first eighth. */
const linear = 0.95;

export const importing: Benchmark = {
  name: 'import',
  work: "A help desk's log through the gateway into an empty platform, until its reports have all of it",
  unit: 'row',
  contenders: [part('all', 1), part('1/2', 1 / 2), part('1/4', 1 / 4), part('1/8', 1 / 8)],
  targets: [
    { baseline: '1/8', reach: linear },
    { baseline: '1/8', measure: 'cpu', reach: linear },
    { baseline: '1/2', reach: linear },
  ],
  rounds: { full: 3, quick: 1 },
  prepare: worldGround,
};
