import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Server, ServerName } from './server.ts';

/** Of how many processes each server of a stack consists. */
const MemberCounts = z.object({
  kafka: z.union([z.literal(1), z.literal(2)]),
  mongodb: z.union([z.literal(1), z.literal(3)]),
  redis: z.literal(1),
});
export type MemberCounts = z.infer<typeof MemberCounts>;

export const memberKeys = [
  'kafka',
  'kafka-2',
  'mongodb',
  'mongodb-2',
  'mongodb-3',
  'redis',
] as const;
/** What a member's folder and its entry in the state are called; the first has the server's own name. */
export type MemberKey = (typeof memberKeys)[number];

/** One process of a server. */
export interface Member {
  readonly server: Server;
  readonly number: number;
  readonly key: MemberKey;
  readonly title: string;
}

const alone: MemberCounts = { kafka: 1, mongodb: 1, redis: 1 };
const countsFile = (folder: string) => join(folder, 'members.json');

/** The members that a server has in the stack of this folder. */
export const membersOf = (folder: string, server: Server): readonly Member[] => {
  const count = countsIn(folder)[server.name];
  return Array.from({ length: count }, (_, index) => memberOf(server, index + 1, count));
};

/** The one member of that number. */
export const memberNumbered = (folder: string, server: Server, number: number): Member => {
  const member = membersOf(folder, server).find((candidate) => candidate.number === number);
  if (member === undefined) throw new Error(`The stack has no ${server.name} of number ${number}`);
  return member;
};

/**
 * Settles how many members a stack has: what it is asked for at its first start, and ever after that the
 * same. Its data is spread over them, so only a reset makes room for another number.
 */
export const settleCounts = (
  { name, folder }: { readonly name: string; readonly folder: string },
  wish: Partial<MemberCounts>,
): void => {
  const isNew = !existsSync(countsFile(folder)) && !existsSync(join(folder, 'mongodb'));
  const counts = isNew ? { ...alone, ...wish } : countsIn(folder);
  const differing = (Object.keys(wish) as ServerName[]).find(
    (server) => wish[server] !== undefined && wish[server] !== counts[server],
  );
  if (differing !== undefined)
    throw new Error(
      `The stack "${name}" was made with ${counts[differing]} of ${differing}, not ${wish[differing]}; npm run stack -- reset --name ${name} deletes it, and makes room`,
    );
  if (isNew) writeFileSync(countsFile(folder), `${JSON.stringify(counts, null, 2)}\n`);
};

const countsIn = (folder: string): MemberCounts => {
  if (!existsSync(countsFile(folder))) return alone;
  return MemberCounts.parse(JSON.parse(readFileSync(countsFile(folder), 'utf8')));
};

const memberOf = (server: Server, number: number, count: number): Member => ({
  server,
  number,
  key: keyOf(number === 1 ? server.name : `${server.name}-${number}`),
  title: count === 1 ? server.title : `${server.title} (${number} of ${count})`,
});

const keyOf = (text: string): MemberKey => {
  const key = memberKeys.find((candidate) => candidate === text);
  if (key === undefined) throw new Error(`No server has a member "${text}"`);
  return key;
};
