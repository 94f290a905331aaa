import { join } from 'node:path';
import { end, launch, obituary, ready } from './launch.ts';
import { type Member, membersOf } from './member.ts';
import { freePort, host, rightfulPort, samePort } from './port.ts';
import { isAlive } from './running-process.ts';
import type { Program, Server } from './server.ts';
import type { ServerState } from './state.ts';
import type { Workbench } from './workbench.ts';

/**
 * Has a server do its work, with the members that run already and new ones for the rest. Where only some
 * of its members are wanted, only those have to take part. Answers whether it started any.
 */
export const ensureRunning = async (
  bench: Workbench,
  server: Server,
  wanted = membersOf(bench.folder, server),
): Promise<boolean> => {
  const missing = wanted.filter((member) => !runs(bench, member));
  const beganAt = performance.now();
  if (missing.length > 0) await startAll(bench, server, missing);
  const members = wanted.map((member) => ({ member, state: stateOf(bench, member) }));
  for (const { member, state } of members)
    await ready([{ member, state }], () => server.greet(state.port));
  const ports = membersOf(bench.folder, server).map((member) => stateOf(bench, member).port);
  const awaited = members.map(({ state }) => state.port);
  await ready(members, async () => server.unite?.({ ports, awaited }));
  const seconds = ((performance.now() - beganAt) / 1_000).toFixed(1);
  for (const { member, state } of members) {
    const how = missing.includes(member) ? `ready in ${seconds} s` : 'running already';
    bench.progress(`✓ ${member.title} ${state.version} on ${host}:${state.port}, ${how}`);
  }
  return missing.length > 0;
};

/** Ends members of a server and remembers that this was on purpose. Their ports stay their own. */
export const ensureStopped = async (
  bench: Workbench,
  server: Server,
  {
    wanted = membersOf(bench.folder, server),
    signal,
  }: { wanted?: readonly Member[]; signal?: NodeJS.Signals | undefined } = {},
): Promise<void> => {
  // The first one goes last: what the others depend on is there.
  for (const member of wanted.toReversed()) {
    const state = bench.remembered(member);
    if (state === undefined || state.stopped) continue;
    await end(state, signal);
    bench.record(member, { ...state, stopped: true });
    bench.progress(`✓ ${member.title} stopped`);
  }
};

const runs = (bench: Workbench, member: Member): boolean => {
  const state = bench.remembered(member);
  if (state === undefined) return false;
  if (isAlive(state)) return true;
  if (!state.stopped) bench.progress(`! ${obituary(member, state, 'has died')}`);
  return false;
};

const stateOf = (bench: Workbench, member: Member): ServerState => {
  const state = bench.remembered(member);
  if (state === undefined)
    throw new Error(`${member.title} was never started; npm run stack -- up starts all of them`);
  return state;
};

const startAll = async (
  bench: Workbench,
  server: Server,
  members: readonly Member[],
): Promise<void> => {
  const program = await server.provide(bench.progress);
  for (const member of members) await startOne(bench, member, program);
};

const startOne = async (bench: Workbench, member: Member, program: Program): Promise<void> => {
  const { server, number, key } = member;
  const run = {
    program,
    folder: join(bench.folder, key),
    port: await portFor(bench, member),
    member: number,
    memberCount: membersOf(bench.folder, server).length,
    folderOfFirst: join(bench.folder, server.name),
  };
  bench.record(member, await launch(member, run));
};

const portFor = async (bench: Workbench, member: Member): Promise<number> => {
  const before = bench.remembered(member)?.port;
  const again = before === undefined ? undefined : await samePort(before);
  const byRight = () =>
    member.number === 1 ? rightfulPort(member.server, bench.name, process.env) : undefined;
  return again ?? freePort(byRight());
};
