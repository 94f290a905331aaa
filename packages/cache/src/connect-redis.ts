import { Redis, type RedisOptions } from 'ioredis';

export type Log = (
  level: 'info' | 'warn',
  message: string,
  fields?: Record<string, unknown>,
) => void;

const readyMsMax = 2_000;

/**
 * A command fails at once where Redis is away, and is never sent twice: what is kept in Redis has a
 * fallback in memory, so waiting would only pass an outage on to the caller.
 */
const failFast = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: 250,
  connectTimeout: 1_000,
  retryStrategy: (attempt: number) => Math.min(50 * attempt, 500),
} satisfies RedisOptions;

const reportOutages = (redis: Redis, log: Log): void => {
  let isAway = false;
  redis.on('error', (error) => {
    if (!isAway) log('warn', 'Redis cannot be reached', { error });
    isAway = true;
  });
  redis.on('ready', () => {
    if (isAway) log('info', 'Redis answers again');
    isAway = false;
  });
};

const readyOrLate = (redis: Redis): Promise<void> =>
  new Promise((resolve) => {
    const late = setTimeout(resolve, readyMsMax);
    redis.once('ready', () => {
      clearTimeout(late);
      resolve();
    });
  });

/** Connects, and goes on trying for as long as it takes; comes back after two seconds in any case. */
export const connectRedis = async (url: string, log: Log): Promise<Redis> => {
  const redis = new Redis(url, failFast);
  reportOutages(redis, log);
  await readyOrLate(redis);
  return redis;
};

/** A connection of its own to hear messages with; it subscribes again whenever Redis comes back. */
export const listeningConnection = (redis: Redis, log: Log): Redis => {
  const listener = redis.duplicate({
    enableOfflineQueue: true,
    maxRetriesPerRequest: null,
    commandTimeout: undefined,
  });
  reportOutages(listener, log);
  return listener;
};
