import { randomUUID } from 'node:crypto';
import { startStack } from '@steward/local';
import type { Redis } from 'ioredis';
import { connectRedis } from './connect-redis.ts';
import { type Decision, rateLimitHeaders } from './decision.ts';
import { limiter } from './limiter.ts';

let redis: Redis;
const quiet = () => undefined;
const plans = {
  wide: { burstPerSecond: 100_000 },
  narrow: { burstPerSecond: 100_000, perMinute: 100_000, perDay: 50 },
};

beforeAll(async () => {
  const { redisUrl } = await startStack({ name: 'test' });
  redis = await connectRedis(redisUrl, quiet);
});
afterAll(() => redis.disconnect());

const ofRun = (keyPrefix = `test:${randomUUID()}:`) =>
  limiter({ redis, plans, log: quiet, keyPrefix });

const allowed = (decisions: readonly Decision[]): number =>
  decisions.filter(({ isAllowed }) => isAllowed).length;

describe('the limiter', () => {
  it('answers most requests without asking Redis', async () => {
    const { take } = ofRun();
    let asked = 0;
    for (let request = 0; request < 2_000; request += 1) {
      const answer = take('ada', 'wide');
      if (answer instanceof Promise) asked += 1;
      expect((await answer).isAllowed).toBe(true);
    }
    // One in a hundred; a pause of the machine adds a few.
    expect(asked).toBeLessThan(100);
  });

  it('lends a new consumer a hundredth of the smallest limit', async () => {
    const { take } = limiter({
      redis,
      plans: { wide: { burstPerSecond: 100_000, perMinute: 2_000 } },
      log: quiet,
      keyPrefix: `test:${randomUUID()}:`,
    });
    await take('ada', 'wide');
    const answers = Array.from({ length: 21 }, () => take('ada', 'wide'));
    expect(answers.map((answer) => answer instanceof Promise)).toEqual([
      ...Array.from({ length: 20 }, () => false),
      true,
    ]);
    await Promise.all(answers);
  });

  it('says the same moment for the end of a window as long as a lease lasts', async () => {
    const clock = { ms: Date.now() };
    const options = { redis, plans, log: quiet, keyPrefix: `test:${randomUUID()}:` };
    const { take } = limiter({
      ...options,
      plans: { daily: { ...plans.wide, perDay: 100_000 } },
      nowMs: () => clock.ms,
    });
    const { resetSeconds } = await take('ada', 'daily');
    clock.ms += 3_000;
    expect(await take('ada', 'daily')).toMatchObject({ resetSeconds: resetSeconds - 3 });
  });

  it('asks once for all that wait together', async () => {
    const { take } = ofRun();
    const answers = await Promise.all(Array.from({ length: 300 }, () => take('ada', 'wide')));
    expect(allowed(answers)).toBe(300);
  });

  it('lets through exactly what the plan says, however many gateways share it', async () => {
    const prefix = `test:${randomUUID()}:`;
    const gateways = [ofRun(prefix), ofRun(prefix), ofRun(prefix)];
    const decisions: Decision[] = [];
    for (let round = 0; round < 40; round += 1)
      for (const { take } of gateways) decisions.push(await take('ada', 'narrow'));
    // Leases that another gateway holds and does not use are the only ones missing.
    expect(allowed(decisions)).toBe(50);
    expect(decisions.at(-1)).toMatchObject({ isAllowed: false, window: 'day', remaining: 0 });
  });

  it('refuses without a round trip once the window is empty', async () => {
    const { take } = ofRun();
    await Promise.all(Array.from({ length: 51 }, () => take('ada', 'narrow')));
    expect(take('ada', 'narrow')).toMatchObject({ isAllowed: false });
  });

  it('counts each consumer and each plan by itself', async () => {
    const { take } = ofRun();
    await Promise.all(Array.from({ length: 51 }, () => take('ada', 'narrow')));
    expect(await take('bob', 'narrow')).toMatchObject({ isAllowed: true });
    expect(await take('ada', 'wide')).toMatchObject({ isAllowed: true });
  });

  it('keeps the counts of forgotten consumers in Redis', async () => {
    const options = { redis, plans, log: quiet, keyPrefix: `test:${randomUUID()}:` };
    const { take } = limiter({ ...options, consumersMax: 1 });
    await Promise.all(Array.from({ length: 51 }, () => take('ada', 'narrow')));
    await take('bob', 'narrow');
    expect(await take('ada', 'narrow')).toMatchObject({ isAllowed: false });
  });

  it('says what the headers need', async () => {
    const { ratelimit, 'ratelimit-policy': policy } = rateLimitHeaders(
      await ofRun().take('ada', 'narrow'),
    );
    expect(ratelimit).toMatch(/^"day";r=49;t=\d+$/);
    expect(policy).toBe('"burst";q=100000;w=1, "minute";q=100000;w=60, "day";q=50;w=86400');
  });
});
