import { spawn } from 'node:child_process';
import { closeSync, mkdirSync } from 'node:fs';
import { endOfLog, openLog } from './log.ts';
import type { Member } from './member.ts';
import { host } from './port.ts';
import { endProcess, isAlive, processWithId } from './running-process.ts';
import type { Run } from './server.ts';
import type { ServerState } from './state.ts';
import { until } from './until.ts';

const readyWithinMs = 60_000;
const endWithinMs = 20_000;

/** Starts a member as a process of its own, which outlives the command that started it. */
export const launch = async ({ server }: Member, run: Run): Promise<ServerState> => {
  mkdirSync(run.folder, { recursive: true });
  const args = await server.prepare(run);
  return spawnDetached(run, args);
};

/** Waits until an attempt succeeds; a member that dies or stays silent is reported with the end of its log. */
export const ready = async (
  members: readonly { readonly member: Member; readonly state: ServerState }[],
  attempt: () => Promise<void>,
): Promise<void> => {
  const dead = () => members.find(({ state }) => !isAlive(state));
  try {
    await until(attempt, {
      everyMs: 25,
      deadlineMs: readyWithinMs,
      hopeless: () => dead() !== undefined,
    });
  } catch (cause) {
    const fate = dead() ? 'died while it started' : 'runs but does not answer';
    const [first] = members;
    const { member, state } = dead() ?? first ?? {};
    if (member === undefined || state === undefined) throw cause;
    throw new Error(obituary(member, state, fate), { cause });
  }
};

/** Which member is in trouble, what happened to it, and what it said last. */
export const obituary = ({ title }: Member, { log, port }: ServerState, fate: string): string =>
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
