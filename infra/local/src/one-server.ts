import { ensureRunning, ensureStopped } from './ensure-running.ts';
import { stackFolder } from './folders.ts';
import { type Member, memberNumbered, membersOf } from './member.ts';
import { host } from './port.ts';
import type { Progress } from './progress.ts';
import { primaryOf, stepDownPrimary } from './replica-set.ts';
import { hasEnded, isAlive, sendSignal } from './running-process.ts';
import type { ServerName } from './server.ts';
import { serverNamed, servers } from './servers.ts';
import { readState } from './state.ts';
import { until } from './until.ts';
import { atWork, type Workbench } from './workbench.ts';

const killedWithinMs = 20_000;
const electedWithinMs = 30_000;

/** Where one member of a server is. */
export interface MemberAddress {
  readonly member: number;
  readonly host: string;
  readonly port: number;
  /** Of its process, where it runs. */
  readonly pid?: number;
}

const silent: Progress = () => undefined;

const wantedOf = ({ folder }: Pick<Workbench, 'folder'>, name: ServerName, number?: number) => {
  const server = serverNamed(name);
  return number === undefined
    ? membersOf(folder, server)
    : [memberNumbered(folder, server, number)];
};

/**
 * Starts one server of a stack again, on the port it had: all of its members, or the one of that number. A
 * member alone is awaited as far as it gets without the others.
 */
export const startServer = (name: string, server: ServerName, member?: number): Promise<void> =>
  atWork(name, silent, async (bench) => {
    await ensureRunning(bench, serverNamed(server), wantedOf(bench, server, member));
  });

/** Ends one server of a stack, or one member of it; with `SIGKILL` as a crash would. The others go on. */
export const stopServer = (
  name: string,
  server: ServerName,
  signal: NodeJS.Signals = 'SIGTERM',
  member?: number,
): Promise<void> =>
  atWork(name, silent, (bench) =>
    ensureStopped(bench, serverNamed(server), {
      wanted: wantedOf(bench, server, member),
      signal,
    }),
  );

/** Ends one server of a stack, or one member of it, and starts it again on the same port. */
export const restartServer = async (
  name: string,
  server: ServerName,
  signal: NodeJS.Signals = 'SIGTERM',
  member?: number,
): Promise<void> => {
  await stopServer(name, server, signal, member);
  await startServer(name, server, member);
};

/**
 * Sends a signal to one running member of a server, and to nobody else's process. `SIGSTOP` halts it until
 * `SIGCONT`; after `SIGKILL` it is gone when this answers. What it dies of counts as a crash: `startServer`
 * brings it back, and `stopServer` is the one that waits for an orderly end.
 */
export const signalServer = async (
  name: string,
  server: ServerName,
  signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL' | 'SIGTERM',
  member = 1,
): Promise<void> => {
  const folder = stackFolder(name);
  const { key, title } = memberNumbered(folder, serverNamed(server), member);
  const state = readState(folder)[key];
  if (state === undefined || !sendSignal(state, signal))
    throw new Error(`${title} of the stack "${name}" does not run`);
  if (signal === 'SIGKILL' && !(await hasEnded(state, killedWithinMs)))
    throw new Error(`${title} outlives SIGKILL`);
};

/** Has MongoDB's primary step down, and answers who is primary after that; alone, it is so again itself. */
export const stepDown = async (name: string): Promise<MemberAddress> => {
  const members = serverAddresses(name).mongodb;
  const ports = members.map(({ port }) => port);
  const before = await primaryOf(ports);
  if (before === undefined) throw new Error(`MongoDB of the stack "${name}" has no primary`);
  await stepDownPrimary(before);
  const election = async () => {
    const primary = await primaryOf(ports);
    const elected = members.find(({ port }) => port === primary);
    if (elected === undefined) throw new Error(`MongoDB of the stack "${name}" has no primary yet`);
    return elected;
  };
  return until(election, { everyMs: 50, deadlineMs: electedWithinMs });
};

/** Where the members of each server of a stack are; none of a server that was not started here. */
export const serverAddresses = (name: string): Record<ServerName, readonly MemberAddress[]> => {
  const folder = stackFolder(name);
  const state = readState(folder);
  const addressOf = ({ key, number }: Member): MemberAddress[] => {
    const known = state[key];
    if (known === undefined) return [];
    const { port, pid } = known;
    return [{ member: number, host, port, ...(isAlive(known) && { pid }) }];
  };
  const entries = servers.map((server) => [
    server.name,
    membersOf(folder, server).flatMap(addressOf),
  ]);
  return Object.fromEntries(entries);
};
