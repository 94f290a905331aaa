import type { Redis } from 'ioredis';
import { type Log, listeningConnection } from './connect-redis.ts';

/** One token by its id, or every token of a subject. */
export type Revoked = { readonly tokenId: string } | { readonly subject: string };

export interface Revocations {
  /** Refuses them everywhere, within a second, until then: choose the end of the longest-lived token. */
  revoke(revoked: Revoked, until: Date): Promise<void>;
  isRevoked(token: { readonly tokenId?: string | undefined; readonly subject: string }): boolean;
  stop(): Promise<void>;
}

export interface RevocationOptions {
  readonly redis: Redis;
  readonly log: Log;
  readonly now: () => Date;
  readonly keyPrefix?: string;
  /** How often to look for what no message told us of. */
  readonly pollMs?: number;
}

const memberOf = (revoked: Revoked): string =>
  'tokenId' in revoked ? `token:${revoked.tokenId}` : `subject:${revoked.subject}`;

/** What is revoked, in memory. It only grows until its entries end: an outage never lets anyone in again. */
const revokedSet = (now: () => Date) => {
  const untilMsOf = new Map<string, number>();
  return {
    add: (member: string, untilMs: number): void => {
      untilMsOf.set(member, Math.max(untilMs, untilMsOf.get(member) ?? 0));
    },
    has: (member: string): boolean => (untilMsOf.get(member) ?? 0) > now().getTime(),
    isEmpty: (): boolean => untilMsOf.size === 0,
    dropEnded: (): void => {
      const nowMs = now().getTime();
      for (const [member, untilMs] of untilMsOf) if (untilMs <= nowMs) untilMsOf.delete(member);
    },
  };
};

/**
 * Keeps the revocations of all gateways at hand. Each is told by a message; a counter that is read twice a
 * second shows whether one was missed.
 */
export const revocations = async ({
  redis,
  log,
  now,
  keyPrefix = 'steward:revoked',
  pollMs = 500,
}: RevocationOptions): Promise<Revocations> => {
  const counter = `${keyPrefix}:count`;
  const known = revokedSet(now);
  let seen: string | null | undefined;

  const readAll = async (): Promise<void> => {
    const entries = await redis.zrangebyscore(keyPrefix, now().getTime(), '+inf', 'WITHSCORES');
    for (let at = 0; at < entries.length; at += 2)
      known.add(entries[at] ?? '', Number(entries[at + 1]));
    known.dropEnded();
  };

  const catchUp = async (): Promise<void> => {
    try {
      const count = await redis.get(counter);
      if (count === seen) return;
      await readAll();
      seen = count;
    } catch (error) {
      // What is known stays in force; the connection reports its outage itself.
      if (redis.status === 'ready') log('warn', 'Revocations could not be read', { error });
    }
  };

  const listener = listeningConnection(redis, log);
  listener.on('message', (_channel, text: string) => {
    const space = text.indexOf(' ');
    known.add(text.slice(space + 1), Number(text.slice(0, space)));
  });
  const subscribed = listener.subscribe(keyPrefix).catch((error: unknown) => {
    if (listener.status !== 'end') log('warn', 'Revocations are not heard, only polled', { error });
  });
  // Listening comes before reading, so that nothing falls between the two.
  if (redis.status === 'ready') await subscribed;
  await catchUp();
  const poll = setInterval(() => void catchUp(), pollMs);

  return {
    revoke: async (revoked, until) => {
      const [member, untilMs] = [memberOf(revoked), until.getTime()];
      known.add(member, untilMs);
      await redis
        .multi()
        .zadd(keyPrefix, 'GT', untilMs, member)
        .zremrangebyscore(keyPrefix, '-inf', now().getTime())
        .incr(counter)
        .publish(keyPrefix, `${untilMs} ${member}`)
        .exec();
    },
    isRevoked: ({ tokenId, subject }) => {
      if (known.isEmpty()) return false;
      return (
        known.has(`subject:${subject}`) || (tokenId !== undefined && known.has(`token:${tokenId}`))
      );
    },
    stop: async () => {
      clearInterval(poll);
      listener.disconnect();
      await subscribed;
    },
  };
};
