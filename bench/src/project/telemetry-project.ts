import { createHash } from 'node:crypto';
import type { Benchmark, Setting } from '../harness/index.ts';
import { autoOptions, autoSettings } from '../telemetry/auto.ts';
import { startSink } from '../telemetry/start-sink.ts';
import { lifeOf, prepareFacts } from './project.ts';

/** Of so many traces one is recorded; each fact belongs to a trace of its own, as each request begins one. */
const traced = (oneIn: number) => (position: number) => {
  const digits = createHash('md5').update(String(position)).digest('hex');
  return `00-${digits}-${digits.slice(16)}-${position % oneIn === 0 ? '01' : '00'}`;
};

const facts = { 'traced-1': traced(100), 'traced-100': traced(1) };

interface Recording {
  readonly facts: keyof typeof facts;
  readonly nodeOptions?: readonly string[];
  readonly isOff?: boolean;
}

const environmentOf = ({ facts: name, nodeOptions = [], isOff = false }: Recording) => ({
  ...autoSettings,
  BENCH_IS_KILLED: 'false',
  BENCH_FACTS: name,
  // What begins a trace of its own is sampled as the facts are.
  OTEL_TRACES_SAMPLER_ARG: name === 'traced-1' ? '0.01' : '1',
  BENCH_LIFE_OPTIONS: JSON.stringify(nodeOptions),
  ...(isOff && { OTEL_EXPORTER_OTLP_ENDPOINT: '' }),
});

const ours = ['--import', '@steward/telemetry/start'];
const steward = (name: string, recording: Recording) =>
  lifeOf(name, new URL('./steward-life.ts', import.meta.url), 'account', environmentOf(recording));

/** Auto-instrumentation sees kafkajs and the driver where they are used as they come, so that is what it is put on. */
const automatic = (name: string, recording: Recording) =>
  lifeOf(
    name,
    new URL('../replay/each-batch-life.ts', import.meta.url),
    'plain',
    environmentOf({ ...recording, nodeOptions: autoOptions }),
  );

const prepare = async (setting: Setting) => {
  const ground = await prepareFacts({ full: 25_000, quick: 2_500, traces: facts })(setting);
  const sink = await startSink();
  return {
    ...ground,
    environment: { ...ground.environment, ...sink.environment },
    seen: sink.seen,
    close: async () => {
      await sink.end();
      await ground.close();
    },
  };
};

export const telemetryProject: Benchmark = {
  name: 'telemetry-project',
  work: 'a read model from a loaded topic with a span for each event, exported by OTLP, at 1 % and 100 % of the traces',
  unit: 'event',
  contenders: [
    steward('steward 1 %', { facts: 'traced-1', nodeOptions: ours }),
    steward('steward 100 %', { facts: 'traced-100', nodeOptions: ours }),
    steward('off', { facts: 'traced-100', nodeOptions: ours, isOff: true }),
    automatic('eachBatch, auto 1 %', { facts: 'traced-1' }),
    automatic('eachBatch, auto 100 %', { facts: 'traced-100' }),
  ],
  targets: [
    { subject: 'steward 1 %', baseline: 'off', reach: 0.75 },
    { subject: 'steward 100 %', baseline: 'off', reach: 0.6 },
    { subject: 'steward 1 %', baseline: 'eachBatch, auto 1 %', reach: 5 },
    { subject: 'steward 100 %', baseline: 'eachBatch, auto 100 %', reach: 5 },
  ],
  rounds: { full: 5, quick: 2 },
  prepare,
};
