import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Command, instruct } from '@steward/testing/faults';

/** What a slot runs: always the same program, on the same ports, with the same log. */
export interface SlotPlan {
  readonly name: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly port: number;
  readonly healthPort: number;
  readonly logPath: string;
}

/** One end of a process that nobody had asked for. */
export interface Death {
  readonly slot: string;
  readonly at: string;
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A place for one process, which is started again whenever it dies, as Kubernetes would. */
export interface Slot {
  readonly name: string;
  readonly port: number;
  readonly isWanted: boolean;
  readonly pid: number | undefined;
  /** Every end of the process but those that `stop` led to. */
  readonly deaths: readonly Death[];
  /** Starts the process, and answers once it is ready to serve. */
  start(): Promise<void>;
  signal(signal: NodeJS.Signals): void;
  /** Has the process misbehave now; one that ends before it answers has been punished enough. */
  instruct(command: Command): Promise<void>;
  /** Ends the process; it stays ended until the next start. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Replaces the process by one with other misbehaviour; the old one is killed where it is. */
  restartWith(environment: Readonly<Record<string, string>>): Promise<void>;
  /** Answers once it is ready to serve, or is not wanted any more. */
  untilReady(): Promise<void>;
  residentBytes(): Promise<number | undefined>;
}

const root = `${import.meta.dirname}/../../../..`;
const run = promisify(execFile);

/** Restarts come quickly at first and more slowly while a process keeps dying. */
const restartMsMin = 200;
const restartMsMax = 2_000;
const steadyMs = 10_000;
const readyMsMax = 120_000;
const readyEveryMs = 100;
const stopMsMax = 40_000;

/** No process of a run outlives it, whichever way it ends. */
const children = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});

const isReady = async (healthPort: number): Promise<boolean> => {
  try {
    const signal = AbortSignal.timeout(2_000);
    const { ok } = await fetch(`http://127.0.0.1:${healthPort}/readyz`, { signal });
    return ok;
  } catch {
    // Nobody listens yet, or nobody answers: asked again soon.
    return false;
  }
};

const spawnOf = (
  { args, environment, logPath }: SlotPlan,
  misbehaviour: Readonly<Record<string, string>>,
): ChildProcess => {
  const log = openSync(logPath, 'a');
  const child = spawn(process.execPath, [...args], {
    cwd: root,
    env: { ...process.env, ...environment, ...misbehaviour },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  children.add(child);
  // What is said to a process that is just dying is lost with it.
  child.on('error', () => undefined);
  child.once('exit', () => children.delete(child));
  return child;
};

/** Ends a process, by force where it takes too long. */
const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill(signal);
  // A process that was paused takes no other signal to heart.
  child.kill('SIGCONT');
  const force = setTimeout(() => child.kill('SIGKILL'), stopMsMax);
  await ended;
  clearTimeout(force);
};

/** Waits no longer for a process that is wanted no more: another fault may have taken it away meanwhile. */
const untilReady = async (
  { name, healthPort, logPath }: SlotPlan,
  isWanted: () => boolean,
): Promise<void> => {
  for (const deadline = Date.now() + readyMsMax; Date.now() < deadline; ) {
    if (!isWanted() || (await isReady(healthPort))) return;
    await sleep(readyEveryMs);
  }
  throw new Error(`${name} was not ready within ${readyMsMax} ms; its log is ${logPath}`);
};

const residentBytesOf = async (pid: number): Promise<number> => {
  const { stdout } = await run('ps', ['-o', 'rss=', '-p', `${pid}`]);
  return Number(stdout) * 1_024;
};

export const slotOf = (plan: SlotPlan): Slot => {
  const { name, port } = plan;
  const deaths: Death[] = [];
  let misbehaviour: Readonly<Record<string, string>> = {};
  let child: ChildProcess | undefined;
  let isWanted = false;
  let restartMs = restartMsMin;
  let restart: NodeJS.Timeout | undefined;

  const launch = () => {
    clearTimeout(restart);
    const launched = spawnOf(plan, misbehaviour);
    child = launched;
    const bornAt = performance.now();
    launched.once('exit', (code, signal) => {
      if (child === launched) child = undefined;
      if (!isWanted) return;
      deaths.push({ slot: name, at: new Date().toISOString(), code, signal });
      const isSteady = performance.now() - bornAt > steadyMs;
      restartMs = isSteady ? restartMsMin : Math.min(restartMs * 2, restartMsMax);
      restart = setTimeout(launch, restartMs);
    });
  };

  const leave = async (signal: NodeJS.Signals) => {
    isWanted = false;
    clearTimeout(restart);
    if (child) await end(child, signal);
  };

  return {
    name,
    port,
    deaths,
    get isWanted() {
      return isWanted;
    },
    get pid() {
      return child?.pid;
    },
    start: async () => {
      isWanted = true;
      if (!child) launch();
      await untilReady(plan, () => isWanted);
    },
    signal: (signal) => {
      child?.kill(signal);
    },
    instruct: async (command) => {
      if (child?.connected) await instruct(child, command).catch(() => undefined);
    },
    stop: (signal = 'SIGTERM') => leave(signal),
    restartWith: async (environment) => {
      await leave('SIGKILL');
      misbehaviour = environment;
      isWanted = true;
      launch();
    },
    untilReady: () => untilReady(plan, () => isWanted),
    residentBytes: async () => (child?.pid ? residentBytesOf(child.pid) : undefined),
  };
};
