import { randomUUID } from 'node:crypto';
import { startStack } from '@steward/local';
import type { Redis } from 'ioredis';
import { connectRedis } from './connect-redis.ts';
import { type Revocations, revocations } from './revocations.ts';
import { eventually, withinMs } from './testing.ts';

let redis: Redis;
const quiet = () => undefined;
const open: Revocations[] = [];
const inAnHour = () => new Date(Date.now() + 3_600_000);

const gateway = async (keyPrefix: string, pollMs = 500): Promise<Revocations> => {
  const list = await revocations({ redis, log: quiet, now: () => new Date(), keyPrefix, pollMs });
  open.push(list);
  return list;
};

beforeAll(async () => {
  const { redisUrl } = await startStack({ name: 'test' });
  redis = await connectRedis(redisUrl, quiet);
});
afterEach(async () => {
  for (const list of open.splice(0)) await list.stop();
});
afterAll(() => redis.disconnect());

describe('revocations', () => {
  it.each([
    ['a token', { tokenId: 't-1' }, { tokenId: 't-1', subject: 'ada' }, { subject: 'ada' }],
    ['a subject', { subject: 'ada' }, { tokenId: 't-9', subject: 'ada' }, { subject: 'bob' }],
  ])('of %s act at every gateway within a second', async (_what, revoked, caught, free) => {
    const prefix = `test:${randomUUID()}`;
    const [here, there] = [await gateway(prefix), await gateway(prefix)];
    await here.revoke(revoked, inAnHour());
    expect(here.isRevoked(caught)).toBe(true);
    await eventually(() => there.isRevoked(caught), withinMs(1_000));
    expect(there.isRevoked(free)).toBe(false);
  });

  it('are told by a message, long before anyone looks for them', async () => {
    const prefix = `test:${randomUUID()}`;
    const [here, there] = [await gateway(prefix, 3_600_000), await gateway(prefix, 3_600_000)];
    await here.revoke({ subject: 'ada' }, inAnHour());
    await eventually(() => there.isRevoked({ subject: 'ada' }), withinMs(1_000));
  });

  it('are found also where the message got lost', async () => {
    const prefix = `test:${randomUUID()}`;
    const there = await gateway(prefix);
    await redis.zadd(prefix, inAnHour().getTime(), 'subject:ada');
    await redis.incr(`${prefix}:count`);
    await eventually(() => there.isRevoked({ subject: 'ada' }), withinMs(1_000));
  });

  it('are known to a gateway that starts later', async () => {
    const prefix = `test:${randomUUID()}`;
    await (await gateway(prefix)).revoke({ subject: 'ada' }, inAnHour());
    expect((await gateway(prefix)).isRevoked({ subject: 'ada' })).toBe(true);
  });

  it('end when they were said to, and the later end holds', async () => {
    const prefix = `test:${randomUUID()}`;
    const list = await gateway(prefix);
    await list.revoke({ subject: 'ada' }, new Date(Date.now() - 1));
    expect(list.isRevoked({ subject: 'ada' })).toBe(false);
    await list.revoke({ subject: 'ada' }, inAnHour());
    await list.revoke({ subject: 'ada' }, new Date(Date.now() - 1));
    expect(list.isRevoked({ subject: 'ada' })).toBe(true);
    expect((await gateway(prefix)).isRevoked({ subject: 'ada' })).toBe(true);
  });
});
