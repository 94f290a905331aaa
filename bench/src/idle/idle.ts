import { fileURLToPath } from 'node:url';
import {
  type Benchmark,
  type Ground,
  type ProgramContender,
  type Setting,
  stackGround,
  startChild,
} from '../harness/index.ts';
import { autoOptions, autoSettings } from '../telemetry/auto.ts';
import { startSink } from '../telemetry/start-sink.ts';

const program = new URL('./platform.ts', import.meta.url);
const stockKafkajs = fileURLToPath(new URL('./use-stock-kafkajs.ts', import.meta.url));
const firstStartWithinMs = 120_000;

/** Topics, databases and indexes are there already, as they are at every start but the first. */
const startOnce = async (environment: Readonly<Record<string, string>>): Promise<void> => {
  const child = startChild({
    program,
    cpu: 'any',
    environment: { ...environment, BENCH_ONLY_START: 'true' },
  });
  await child.answer(firstStartWithinMs);
  await child.end();
};

const ground = async (setting: Setting): Promise<Ground> => {
  const { environment, servers = {}, close } = await stackGround(setting);
  await startOnce(environment ?? {});
  const sink = await startSink();
  return {
    environment: { ...environment, ...sink.environment, OTEL_TRACES_SAMPLER_ARG: '0.01' },
    servers,
    close: async () => {
      await sink.end();
      await close();
    },
  };
};

const platform = (name: string, nodeOptions: readonly string[]): ProgramContender => ({
  kind: 'program',
  name,
  program,
  cpu: 'any',
  nodeOptions,
  environment: autoSettings,
});

export const idle: Benchmark = {
  name: 'idle',
  work: 'the gateway and all services in one process, started and then left alone',
  unit: 'second',
  rounds: { full: 5, quick: 2 },
  contenders: [
    platform('steward', ['--import', '@steward/telemetry/start']),
    platform('stock kafkajs and auto', [...autoOptions, '--import', stockKafkajs]),
  ],
  targets: [{ baseline: 'stock kafkajs and auto', measure: 'cpu', reach: 5 }],
  prepare: ground,
};
