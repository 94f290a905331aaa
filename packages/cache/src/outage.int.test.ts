import { randomUUID } from 'node:crypto';
import { resetStack, startServer, startStack, stopServer } from '@steward/local';
import type { Redis } from 'ioredis';
import { connectRedis } from './connect-redis.ts';
import { limiter } from './limiter.ts';
import { revocations } from './revocations.ts';
import { eventually, withinMs } from './testing.ts';

const stack = 'cache-test';
const lines: string[] = [];
const log = (_level: string, message: string) => void lines.push(message);
const inAnHour = () => new Date(Date.now() + 3_600_000);
let redis: Redis;

beforeAll(async () => {
  const { redisUrl } = await startStack({ name: stack });
  redis = await connectRedis(redisUrl, log);
});
afterAll(async () => {
  redis.disconnect();
  await resetStack(stack);
});

describe('while Redis is down', () => {
  it('limits hold in each process, answers stay quick, and Redis counts again when it is back', async () => {
    const plans = { narrow: { burstPerSecond: 100_000, perDay: 20 } };
    const keyPrefix = `test:${randomUUID()}:`;
    const quotas = limiter({ redis, plans, log, keyPrefix });
    const list = await revocations({ redis, log, now: () => new Date(), keyPrefix });
    await list.revoke({ subject: 'mallory' }, inAnHour());
    expect(await quotas.take('ada', 'narrow')).toMatchObject({ isAllowed: true });

    await stopServer(stack, 'redis', 'SIGKILL');
    const startedMs = performance.now();
    const answers = [];
    for (let request = 0; request < 60; request += 1)
      answers.push(await quotas.take('bob', 'narrow'));
    expect(answers.filter(({ isAllowed }) => isAllowed)).toHaveLength(20);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
    expect(quotas.countsLocally()).toBe(true);
    expect(list.isRevoked({ subject: 'mallory' })).toBe(true);

    await startServer(stack, 'redis');
    await eventually(async () => {
      await quotas.take(randomUUID(), 'narrow');
      return !quotas.countsLocally();
    }, withinMs(10_000));
    const other = await revocations({ redis, log, now: () => new Date(), keyPrefix });
    await other.revoke({ subject: 'eve' }, inAnHour());
    await eventually(() => list.isRevoked({ subject: 'eve' }), withinMs(5_000));
    expect(list.isRevoked({ subject: 'mallory' })).toBe(true);
    await list.stop();
    await other.stop();
  });

  it('says so once, and once when it is over', () => {
    const times = (message: string) => lines.filter((line) => line === message).length;
    expect(times('Quotas are counted in this process until Redis is back')).toBe(1);
    expect(times('Quotas are counted in Redis again')).toBe(1);
  });
});
