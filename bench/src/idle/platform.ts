import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { startStack } from '@steward/local';
import { startPlatform } from '@steward/platform';
import { isQuick, measured, report } from '../harness/contender.ts';
import { residentMegabytesOf } from '../harness/process-cpu.ts';

/** The whole platform in one process, as `npm start` has it, with nothing to do. */
const platform = await startPlatform({
  stack: await startStack({ name: process.env.STEWARD_STACK ?? 'bench' }),
  port: 0,
  environment: { NAMESPACE: 'bench-idle', TOPIC_PREFIX: 'bench-idle.' },
  onFatal: (error) => {
    throw error;
  },
});
const readySeconds = performance.now() / 1_000;

const seconds = { full: 30, quick: 10 }[isQuick ? 'quick' : 'full'];
/** Until every consumer group has its members and what the start left behind is collected. */
const settlingMs = { full: 10_000, quick: 5_000 }[isQuick ? 'quick' : 'full'];

if (process.env.BENCH_ONLY_START === undefined) {
  await pause(settlingMs);
  const sample = await measured(async () => {
    await pause(seconds * 1_000);
    return { units: seconds };
  });
  const memoryMegabytes = residentMegabytesOf(process.pid);
  report({ ...sample, figures: { memoryMegabytes, readySeconds } });
} else report({ units: 1, seconds: readySeconds, cpuSeconds: {} });

await once(process, 'SIGTERM');
await platform.stop();
process.exit(0);
