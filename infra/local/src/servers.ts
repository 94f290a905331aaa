import { kafka } from './kafka.ts';
import { mongodb } from './mongodb.ts';
import { redis } from './redis.ts';
import type { Server, ServerName } from './server.ts';

/** Every server of the stack, in the order in which they end: what others depend on goes last. */
export const servers: readonly Server[] = [redis, kafka, mongodb];

export const serverNamed = (name: ServerName): Server => {
  const server = servers.find((candidate) => candidate.name === name);
  if (server === undefined) throw new Error(`The stack has no server "${name}"`);
  return server;
};

/** The address of a server that somebody else runs, where the environment names one. */
export const addressElsewhere = ({ urlVariable }: Server): string | undefined =>
  process.env[urlVariable] || undefined;
