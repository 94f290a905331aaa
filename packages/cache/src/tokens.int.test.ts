import { randomUUID } from 'node:crypto';
import { startStack } from '@steward/local';
import type { Redis } from 'ioredis';
import { connectRedis } from './connect-redis.ts';
import type { Wish } from './grant.ts';
import { localTokens } from './local-tokens.ts';
import { sharedTokens } from './shared-tokens.ts';

/** One suite for both ways to count: what Redis does must be what holds while Redis is away. */
let redis: Redis;
const quiet = () => undefined;

beforeAll(async () => {
  const { redisUrl } = await startStack({ name: 'test' });
  redis = await connectRedis(redisUrl, quiet);
});
afterAll(() => redis.disconnect());

const wish = (key: string, changes: Partial<Wish> = {}): Wish => ({
  key,
  plan: { burstPerSecond: 100, perMinute: 1_000, perDay: 10_000 },
  waiting: 1,
  spare: 0,
  unused: 0,
  unusedMinute: 0,
  ...changes,
});

describe.each([
  ['in Redis', () => sharedTokens(redis, `test:${randomUUID()}:`)],
  ['in this process', () => localTokens(100, Date.now)],
])('tokens counted %s', (_where, connect) => {
  it('are granted to those who wait, and a part of the rest ahead', async () => {
    const take = connect();
    const plan = { burstPerSecond: 100 };
    expect(await take(wish('a', { plan, waiting: 3 }))).toMatchObject({
      granted: 3,
      remaining: 97,
    });
    // A quarter of what lies above the reserved tenth: (97 - 10) / 4, or one more if a token came back.
    const { granted } = await take(wish('a', { plan, spare: 100 }));
    expect([22, 23]).toContain(granted);
  });

  it('are granted one by one in the last tenth', async () => {
    const take = connect();
    const plan = { burstPerSecond: 1_000_000, perMinute: 100 };
    await take(wish('a', { plan, waiting: 91 }));
    const grant = await take(wish('a', { plan, waiting: 2, spare: 100 }));
    expect(grant).toMatchObject({ granted: 2, window: 'minute', remaining: 7 });
  });

  it('are never more than the tightest window has, and say when to come again', async () => {
    const take = connect();
    const plan = { burstPerSecond: 1_000, perMinute: 1_000, perDay: 5 };
    expect(await take(wish('a', { plan, waiting: 9 }))).toMatchObject({
      granted: 5,
      window: 'day',
    });
    const none = await take(wish('a', { plan }));
    expect(none).toMatchObject({ granted: 0, window: 'day', remaining: 0 });
    expect(none.resetMs).toBeGreaterThan(0);
    expect(none.resetMs).toBeLessThanOrEqual(86_400_000);
  });

  it('come back by the second', async () => {
    const take = connect();
    const plan = { burstPerSecond: 1 };
    expect(await take(wish('a', { plan }))).toMatchObject({ granted: 1 });
    const none = await take(wish('a', { plan }));
    expect(none).toMatchObject({ granted: 0, window: 'burst' });
    expect(none.resetMs).toBeGreaterThan(0);
    expect(none.resetMs).toBeLessThanOrEqual(1_000);
  });

  it('are given back when they found no use', async () => {
    const take = connect();
    const plan = { burstPerSecond: 1_000, perMinute: 100 };
    const { granted, minute } = await take(wish('a', { plan, waiting: 40 }));
    expect(granted).toBe(40);
    const returned = await take(wish('a', { plan, unused: 30, unusedMinute: minute }));
    // A minute that ended in between gives all of it back.
    expect([89, 99]).toContain(returned.remaining);
  });

  it('live for five seconds at most and never into the next minute', async () => {
    const { lifeMs } = await connect()(wish('a'));
    expect(lifeMs).toBeGreaterThan(0);
    expect(lifeMs).toBeLessThanOrEqual(5_000);
  });

  it('belong to one consumer each', async () => {
    const take = connect();
    await take(wish('a', { waiting: 100 }));
    expect(await take(wish('b', { waiting: 100 }))).toMatchObject({ granted: 100 });
  });
});
