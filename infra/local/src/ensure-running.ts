import { join } from 'node:path';
import { end, launch, obituary, ready } from './launch.ts';
import { freePort, host, rightfulPort, samePort } from './port.ts';
import { isAlive } from './running-process.ts';
import type { Server } from './server.ts';
import type { Workbench } from './workbench.ts';

/** Has a server answer: the one that runs already, or a new one. Answers whether it started one. */
export const ensureRunning = async (bench: Workbench, server: Server): Promise<boolean> => {
  const before = bench.remembered(server.name);
  if (before === undefined || !isAlive(before)) {
    if (before !== undefined && !before.stopped)
      bench.progress(`! ${obituary(server, before, 'has died')}`);
    await startOne(bench, server);
    return true;
  }
  await ready(server, before);
  bench.progress(`✓ ${server.title} ${before.version} on ${host}:${before.port}, running already`);
  return false;
};

/** Ends a server and remembers that this was on purpose. Its port stays its own. */
export const ensureStopped = async (
  bench: Workbench,
  server: Server,
  signal?: NodeJS.Signals,
): Promise<void> => {
  const state = bench.remembered(server.name);
  if (state === undefined || state.stopped) return;
  await end(state, signal);
  bench.record(server.name, { ...state, stopped: true });
  bench.progress(`✓ ${server.title} stopped`);
};

const startOne = async (bench: Workbench, server: Server): Promise<void> => {
  const { folder, progress, record } = bench;
  const program = await server.provide(progress);
  const beganAt = performance.now();
  const port = await portFor(bench, server);
  const run = { program, folder: join(folder, server.name), port };
  await launch(server, run, (state) => record(server.name, state));
  const seconds = ((performance.now() - beganAt) / 1_000).toFixed(1);
  progress(`✓ ${server.title} ${program.version} on ${host}:${port}, ready in ${seconds} s`);
};

const portFor = async ({ name, remembered }: Workbench, server: Server): Promise<number> => {
  const before = remembered(server.name)?.port;
  const again = before === undefined ? undefined : await samePort(before);
  return again ?? freePort(rightfulPort(server, name, process.env));
};
