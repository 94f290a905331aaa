import { setTimeout as pause } from 'node:timers/promises';
import { issueToken } from '@steward/local';
import { startChild } from '../harness/child.ts';
import { isQuick, report } from '../harness/contender.ts';
import { watchCpu } from '../harness/process-cpu.ts';
import { quantile } from '../harness/statistics.ts';
import { closedLoop, openLoop } from './open-loop.ts';

/** Starts a gateway and a service, finds out what they can do, asks twice that of them, and looks how they recover. */

const readyWithinMs = 60_000;
const overloadSeconds = isQuick ? 15 : 30;
const phaseSeconds = isQuick ? 3 : 6;
const unloadedShare = 0.2;
const drainedWithinMs = 30_000;

interface Announced {
  readonly port: number;
  readonly healthUrl: string;
}

// By way of `exit`, so that neither child outlives this process.
process.once('SIGTERM', () => process.exit(1));

const environment = {
  NAMESPACE: `bench-${Date.now().toString(36)}`,
  TOPIC_PREFIX: `bench-${Date.now().toString(36)}.`,
};
const service = startChild({
  program: new URL('./account.ts', import.meta.url),
  cpu: 0,
  environment,
});
const { port: servicePort, healthUrl } = (await service.answer(readyWithinMs)) as Announced;
const gateway = startChild({
  program: new URL('../gateway/steward-policy.ts', import.meta.url),
  cpu: 0,
  environment: { ...environment, BENCH_UPSTREAM: `http://127.0.0.1:${servicePort}` },
});
const { port } = (await gateway.answer(readyWithinMs)) as Announced;

const stackName = process.env.STEWARD_STACK ?? 'bench';
const claims = { subject: 'load', roles: ['account-owner'] as const };
const target = { url: `http://127.0.0.1:${port}`, token: await issueToken(stackName, claims) };

/** Events that the broker does not have yet, as the service's metrics say. */
const pending = async (): Promise<number> => {
  const text = await (await fetch(`${healthUrl}/metrics`)).text();
  return Number(/^outbox_pending\{[^}]*\} (\d+)/m.exec(text)?.[1] ?? Number.NaN);
};

const drained = async (): Promise<number> => {
  const startedMs = performance.now();
  while ((await pending()) > 0 && performance.now() - startedMs < drainedWithinMs) await pause(20);
  return (performance.now() - startedMs) / 1_000;
};

await closedLoop(target, 64, phaseSeconds);
await drained();
const full = await closedLoop(target, 64, phaseSeconds);
const capacity = full.accepted / full.seconds;
await drained();
const unloaded = await openLoop(target, capacity * unloadedShare, phaseSeconds);
await drained();

const cpu = watchCpu({ gateway: gateway.pid, itself: service.pid });
const over = await openLoop(target, capacity * 2, overloadSeconds);
const cpuSeconds = cpu();
const drainedSeconds = over.tailSeconds + (await drained());

const unloadedP99Ms = quantile(unloaded.latenciesMs, 0.99);
const p50Ms = quantile(over.latenciesMs, 0.5);
const p99Ms = quantile(over.latenciesMs, 0.99);

// Before the outcome is told, because whoever hears it ends this process.
await gateway.end();
await service.end();
report({
  units: over.accepted,
  seconds: over.seconds,
  p50Ms,
  p99Ms,
  cpuSeconds,
  figures: {
    capacity,
    goodputOfCapacity: over.accepted / over.seconds / capacity,
    unloadedP99Ms,
    p99OfUnloaded: p99Ms / unloadedP99Ms,
    drainedSeconds,
    putOffPerSecond: over.putOff / over.seconds,
    failedPerSecond: over.failed / over.seconds,
  },
});
