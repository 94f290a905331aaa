import { load } from '../edge/subject.ts';
import type { Benchmark, Ground, ServerContender } from '../harness/index.ts';
import { autoOptions, autoSettings } from './auto.ts';
import { startSink } from './start-sink.ts';

/** Loads what records, and with what share of the traces. Without a collector nothing is recorded. */
interface Recording {
  readonly nodeOptions: readonly string[];
  readonly share?: '0.01' | '1';
}

const ours = ['--import', '@steward/telemetry/start'];
const edge = (name: string, { nodeOptions, share }: Recording): ServerContender => ({
  kind: 'server',
  name,
  program: new URL('./steward-edge.ts', import.meta.url),
  nodeOptions,
  environment: {
    ...autoSettings,
    ...(share ? { OTEL_TRACES_SAMPLER_ARG: share } : { OTEL_EXPORTER_OTLP_ENDPOINT: '' }),
  },
  load,
});

/** The ground of a benchmark whose spans have to arrive somewhere. */
export const sinkGround = async (): Promise<Ground> => {
  const { environment, seen, end } = await startSink();
  return { environment, seen, close: end };
};

export const telemetryEdge: Benchmark = {
  name: 'telemetry-edge',
  work: 'the GET of edge with a span for each request, exported by OTLP, at 1 % and 100 % of the traces',
  unit: 'request',
  contenders: [
    edge('steward 1 %', { nodeOptions: ours, share: '0.01' }),
    edge('steward 100 %', { nodeOptions: ours, share: '1' }),
    edge('off', { nodeOptions: ours }),
    edge('auto 1 %', { nodeOptions: autoOptions, share: '0.01' }),
    edge('auto 100 %', { nodeOptions: autoOptions, share: '1' }),
  ],
  targets: [
    { subject: 'steward 1 %', baseline: 'off', reach: 0.75 },
    { subject: 'steward 100 %', baseline: 'off', reach: 0.6 },
    { subject: 'steward 1 %', baseline: 'auto 1 %', reach: 5 },
    { subject: 'steward 100 %', baseline: 'auto 100 %', reach: 5 },
  ],
  prepare: sinkGround,
};
