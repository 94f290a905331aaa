import type { Benchmark, ProgramContender } from '../harness/index.ts';
import { worldGround } from '../world/world-ground.ts';

interface Parts {
  readonly writer: URL;
  readonly reader: URL;
  readonly nodeOptions?: readonly string[];
}

const pair = (name: string, { writer, reader, nodeOptions = [] }: Parts): ProgramContender => ({
  kind: 'program',
  name,
  program: new URL('./observe.ts', import.meta.url),
  cpu: 'any',
  environment: {
    BENCH_WRITER: writer.href,
    BENCH_READER: reader.href,
    BENCH_PART_OPTIONS: JSON.stringify(nodeOptions),
  },
});

const part = (file: string): URL => new URL(file, import.meta.url);

export const freshness: Benchmark = {
  name: 'freshness',
  work: '200 POSTs a second at a steady pace, from the moment each should leave until its row is in the read model of another service',
  unit: 'post',
  contenders: [
    pair('steward', {
      writer: part('../write/steward.ts'),
      reader: part('./steward-reader.ts'),
      nodeOptions: ['--import', '@steward/telemetry/start'],
    }),
    pair('bare loop', { writer: part('./bare-writer.ts'), reader: part('./bare-reader.ts') }),
  ],
  // No more than 1.25 and 1.5 times the latency of the bare loop.
  targets: [
    { baseline: 'bare loop', measure: 'p50', reach: 1 / 1.25 },
    { baseline: 'bare loop', measure: 'p99', reach: 1 / 1.5 },
  ],
  rounds: { full: 5, quick: 3 },
  prepare: worldGround,
};
