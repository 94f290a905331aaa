import {
  restartServer,
  type Stack,
  startServer,
  startStack,
  stopServer,
  stopStack,
} from '@steward/local';
import type { Relay } from '@steward/persistence';
import { nextVersion } from './fixtures/accounts.ts';
import { keysOf } from './fixtures/facts.ts';
import { type Ground, groundOn } from './fixtures/ground.ts';
import { accountLog, tallyOwners } from './fixtures/tally.ts';
import { until } from './fixtures/until.ts';

const stackName = 'bus-test';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('outage', () => {
  const keys = keysOf(30);
  let stack: Stack;
  let on: Ground;
  let relay: Relay;
  let change: (accountId: string) => Promise<unknown>;

  beforeAll(async () => {
    stack = await startStack({ name: stackName });
    on = await groundOn(stack);
    change = nextVersion(on.database);
    relay = on.database.startRelay({ publish: on.publisher.publish, onError: () => undefined });
    await on.start({
      consumers: [tallyOwners(on.tallies)],
      projections: [accountLog('log'), accountLog('shared', () => 'all')],
    });
  }, 90_000);
  afterAll(async () => {
    await relay.stop();
    await on.end();
    await stopStack(stackName);
  }, 90_000);

  const changeAll = async (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) await Promise.all(keys.map(change));
  };

  const expectAllAt = async (version: number) => {
    await until(
      'all read models are there',
      async () => {
        const { all = [] } = await on.versionsByRow('shared');
        const tallies = await on.ownersByTally();
        const log = await on.versionsByRow('log');
        const isThere = (key: string) =>
          tallies[key]?.length === version - 1 && log[key]?.length === version;
        return all.length >= version * keys.length && keys.every(isThere);
      },
      45_000,
    );
    const log = await on.versionsByRow('log');
    for (const key of keys) expect(log[key]).toEqual(upTo(version));
    expect((await on.versionsByRow('shared')).all).toHaveLength(version * keys.length);
    expect(await on.parked()).toEqual([]);
  };

  it('of Kafka lets changes pile up, which leave when it is back', async () => {
    await changeAll(2);
    await expectAllAt(2);
    await stopServer(stackName, 'kafka', 'SIGKILL');
    await changeAll(3);
    await until('the backlog is known', () => relay.backlog().pending === 3 * keys.length);
    await startServer(stackName, 'kafka');
    await expectAllAt(5);
    await until('nothing is pending', () => relay.backlog().pending === 0);
  }, 90_000);

  it('of MongoDB in the middle of the work delays it, and sets nothing aside', async () => {
    await changeAll(3);
    await restartServer(stackName, 'mongodb', 'SIGKILL');
    await changeAll(1);
    await expectAllAt(9);
  }, 90_000);

  it('of Kafka does not keep a service from stopping', async () => {
    const other = await groundOn(stack);
    const { startRelay, collections } = other.database;
    const stopping = startRelay({ publish: other.publisher.publish, onError: () => undefined });
    const consumers = await other.start({ projections: [accountLog('log')] });
    await stopServer(stackName, 'kafka', 'SIGKILL');
    await nextVersion(other.database)('acme');
    await consumers.stop();
    await stopping.stop();
    await other.publisher.disconnect();
    expect(await collections.events.countDocuments({ pending: true })).toBe(1);
    await startServer(stackName, 'kafka');
    await other.end();
  }, 90_000);
});
