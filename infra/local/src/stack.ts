import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureRunning, ensureStopped } from './ensure-running.ts';
import { ensureIssuer, type Issuer } from './issuer.ts';
import { lockName } from './lock.ts';
import { type MemberCounts, membersOf, settleCounts } from './member.ts';
import type { Progress } from './progress.ts';
import type { ServerName } from './server.ts';
import { addressElsewhere, serverNamed, servers } from './servers.ts';
import { forgetState } from './state.ts';
import { atWork, type Workbench } from './workbench.ts';

/** A stack that answers, and what a program needs to reach it. */
export interface Stack {
  readonly name: string;
  readonly kafkaBrokers: readonly string[];
  readonly mongodbUrl: string;
  readonly redisUrl: string;
  readonly issuer: Issuer;
  /** Whether this call started any server; whoever did is the one to stop the stack. */
  readonly startedHere: boolean;
}

const silent: Progress = () => undefined;

export interface StackOptions {
  readonly name: string;
  /** A replica set of one, or of three of which one may die; a stack keeps what it was made with. */
  readonly mongodbMembers?: MemberCounts['mongodb'] | undefined;
  /** With two, the second one may die: topics that are on it have no leader then, and the rest goes on. */
  readonly kafkaBrokers?: MemberCounts['kafka'] | undefined;
  readonly onProgress?: Progress;
}

/**
 * Brings up every server of the stack that does not run yet, and answers once all of them answer.
 * Called by several at once it starts each server once. A server whose address is in the
 * environment (`KAFKA_BROKERS`, `MONGODB_URL`, `REDIS_URL`) is used as it is.
 */
export const startStack = ({
  name,
  mongodbMembers: mongodb,
  kafkaBrokers: kafka,
  onProgress = silent,
}: StackOptions): Promise<Stack> =>
  atWork(name, onProgress, async (bench) => {
    settleCounts(bench, { ...(mongodb && { mongodb }), ...(kafka && { kafka }) });
    const issuer = await ensureIssuer(name);
    const ours = servers.filter((server) => addressElsewhere(server) === undefined);
    const outcomes = await Promise.allSettled(ours.map((server) => ensureRunning(bench, server)));
    const reasons = outcomes.filter((outcome) => outcome.status === 'rejected');
    if (reasons.length > 0) throw combined(reasons.map(({ reason }) => reason));
    const startedHere = outcomes.some((outcome) => outcome.status === 'fulfilled' && outcome.value);
    return { name, ...addresses(bench), issuer, startedHere };
  });

/** Ends every server of the stack. Its data stays. */
export const stopStack = (name: string, onProgress = silent): Promise<void> =>
  atWork(name, onProgress, stopAll);

/** Ends every server of the stack and deletes its data, its logs and its keys. */
export const resetStack = (name: string, onProgress = silent): Promise<void> =>
  atWork(name, onProgress, async (bench) => {
    await stopAll(bench);
    // The lock stays: whoever waits for it holds this very file open.
    const entries = (await readdir(bench.folder)).filter((entry) => entry !== lockName);
    for (const entry of entries)
      await rm(join(bench.folder, entry), { recursive: true, force: true });
    onProgress(`✓ The data of the stack "${name}" is deleted`);
  });

const stopAll = async (bench: Workbench): Promise<void> => {
  for (const server of servers) await ensureStopped(bench, server);
  forgetState(bench.folder);
};

const addresses = (bench: Workbench) => {
  const url = (name: ServerName): string => {
    const server = serverNamed(name);
    const ports = membersOf(bench.folder, server).map(
      (member) => bench.remembered(member)?.port ?? 0,
    );
    return addressElsewhere(server) ?? server.urlAt(ports);
  };
  return {
    kafkaBrokers: url('kafka').split(','),
    mongodbUrl: url('mongodb'),
    redisUrl: url('redis'),
  };
};

// All that failed is said at once: a machine that lacks two parts should not need two tries to say so.
const combined = (reasons: readonly unknown[]): Error => {
  const messages = reasons.map((reason) =>
    reason instanceof Error ? reason.message : `${reason}`,
  );
  return new Error(messages.join('\n\n'), { cause: reasons[0] });
};
