import { spawn } from 'node:child_process';
import { closeSync, mkdirSync } from 'node:fs';
import { endOfLog, openLog } from './log.ts';
import { host } from './port.ts';
import { endProcess, isAlive, processWithId } from './running-process.ts';
import type { Run, Server } from './server.ts';
import type { ServerState } from './state.ts';
import { until } from './until.ts';

const readyWithinMs = 60_000;
const endWithinMs = 20_000;

/** Starts a server as a process of its own, which outlives the command that started it. */
export const launch = async (
  server: Server,
  run: Run,
  record: (state: ServerState) => void,
): Promise<void> => {
  mkdirSync(run.folder, { recursive: true });
  const args = await server.prepare(run);
  const state = spawnDetached(run, args);
  record(state);
  await ready(server, state);
};

/** Waits until the server answers; a server that died or stays silent is reported with the end of its log. */
export const ready = async (server: Server, state: ServerState): Promise<void> => {
  try {
    await until(() => server.greet(state.port), {
      everyMs: 25,
      deadlineMs: readyWithinMs,
      hopeless: () => !isAlive(state),
    });
  } catch (cause) {
    const fate = isAlive(state) ? 'runs but does not answer' : 'died while it started';
    throw new Error(obituary(server, state, fate), { cause });
  }
};

/** Which server is in trouble, what happened to it, and what it said last. */
export const obituary = ({ title }: Server, { log, port }: ServerState, fate: string): string =>
  `${title} on ${host}:${port} ${fate}; the end of its log (${log}):\n${indented(endOfLog(log))}`;

export const end = (state: ServerState, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> =>
  endProcess(state, { signal, patienceMs: endWithinMs });

const spawnDetached = ({ program, folder, port }: Run, args: readonly string[]): ServerState => {
  const { path, descriptor } = openLog(folder);
  const child = spawn(program.command, [...program.args, ...args], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', descriptor, descriptor],
  });
  closeSync(descriptor);
  // Without an id it was never born; the log is empty then, and the error says why.
  child.once('error', (error) => process.emitWarning(error));
  child.unref();
  if (child.pid === undefined) throw new Error(`${program.command} could not be started`);
  const bornAt = processWithId(child.pid)?.bornAt ?? 'died at birth';
  return { version: program.version, port, pid: child.pid, bornAt, log: path, stopped: false };
};

const indented = (text: string): string => text.replaceAll(/^/gm, '  ');
