import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerMark } from './answer-mark.ts';
import type { Sample } from './benchmark.ts';
import { watchCpu } from './process-cpu.ts';
import { quantile } from './statistics.ts';

/** What programs of contenders import. It is small, because it is loaded into what is measured. */

const say = (value: object): void => {
  process.stdout.write(`${answerMark}${JSON.stringify(value)}\n`);
};

/** Tells the harness that a server is ready, and ends the process when it is asked to. */
export const announce = (
  port: number,
  stop: () => Promise<void> = async () => undefined,
  more: Readonly<Record<string, string>> = {},
): void => {
  process.once('SIGTERM', () => void stop().finally(() => process.exit(0)));
  say({ port, ...more });
};

/** Opens a server on any free port of loopback and announces it. */
export const serve = (server: Server): void => {
  server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port));
};

/** What a program did while it was measured. */
export interface Work {
  readonly units: number;
  /** One for each unit, where a unit has a beginning and an end of its own. */
  readonly latenciesMs?: readonly number[];
  readonly figures?: Readonly<Record<string, number>>;
}

/** The servers that the harness wants watched, by name. */
const watched = (): Record<string, number> => JSON.parse(process.env.BENCH_SERVERS ?? '{}');

/** Runs the part that counts, and takes the time and the CPU time of this process and of the servers. */
export const measured = async (work: () => Promise<Work>): Promise<Sample> => {
  const ofServers = watchCpu(watched());
  const atStart = process.cpuUsage();
  const startedMs = performance.now();
  const { units, latenciesMs, figures } = await work();
  const seconds = (performance.now() - startedMs) / 1_000;
  const { user, system } = process.cpuUsage(atStart);
  return {
    units,
    seconds,
    cpuSeconds: { itself: (user + system) / 1e6, ...ofServers() },
    ...(latenciesMs && { p50Ms: quantile(latenciesMs, 0.5), p99Ms: quantile(latenciesMs, 0.99) }),
    ...(figures && { figures }),
  };
};

/** Hands the outcome to the harness. What still holds the process open is for the program to close. */
export const report = (sample: Sample): void => say(sample);

/** Whether the run was asked for with `--quick`; programs then do fewer units. */
export const isQuick = process.env.BENCH_QUICK === 'true';
