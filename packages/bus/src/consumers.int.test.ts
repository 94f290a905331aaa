import { refusals } from '@steward/domain';
import { startStack } from '@steward/local';
import { openDatabase } from '@steward/persistence';
import { startChild } from './fixtures/child.ts';
import { fact, factsOf, keysOf } from './fixtures/facts.ts';
import { type Ground, ground } from './fixtures/ground.ts';
import { accountLog, talliesOf, tallyOwners } from './fixtures/tally.ts';
import { until } from './fixtures/until.ts';

const refuse = refusals({ 'owner-unknown': 'conflict' });

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const ownersUpTo = (version: number) =>
  upTo(version)
    .slice(1)
    .map((owner) => `owner-${owner}`);

const each = <Value>(keys: readonly string[], value: Value) =>
  Object.fromEntries(keys.map((key) => [key, value]));

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe('consumers', () => {
  let on: Ground;

  beforeEach(async () => {
    on = await ground();
  });
  afterEach(() => on.end());

  const isTallied = async (keys: readonly string[], version: number) => {
    const tallies = await on.ownersByTally();
    return keys.every((key) => tallies[key]?.at(-1) === `owner-${version}`);
  };

  const isLogged = async (keys: readonly string[], version: number) => {
    const rows = await on.versionsByRow('log');
    return keys.every((key) => rows[key]?.at(-1) === version);
  };

  const committed = async (entry: string) => {
    const admin = on.kafka.admin();
    await admin.connect();
    const topic = `${on.name}.account.account`;
    const offsets = await admin.fetchOffsets({
      groupId: `${on.name}.bench.${entry}`,
      topics: [topic],
    });
    await admin.disconnect();
    const partitions = offsets.flatMap((ofTopic) => ofTopic.partitions);
    return sum(partitions.map(({ offset }) => Math.max(0, Number(offset))));
  };

  it('give each event one effect though the topic comes twice, and they are stopped and killed half-way', async () => {
    const keys = keysOf(60);
    const facts = factsOf(keys, 20);
    await on.publisher.publish([...facts, ...facts]);

    let deliveries = 0;
    const { promise: isHalfWay, resolve: stopHere } = Promise.withResolvers<void>();
    const stoppable = await on.start({
      consumers: [
        tallyOwners(on.tallies, () => {
          deliveries += 1;
          if (deliveries === 100) stopHere();
        }),
      ],
      projections: [accountLog('log')],
    });
    await isHalfWay;
    await stoppable.stop();
    expect(deliveries).toBeLessThan(1_000);

    const mortal = await startChild('consumer-process.ts', on.name, '50');
    await mortal.ended;

    const survivor = await on.start({
      consumers: [tallyOwners(on.tallies)],
      projections: [accountLog('log'), accountLog('shared', () => 'all')],
    });
    const all = () => on.versionsByRow('shared').then(({ all: row = [] }) => row.length);
    await until(
      'everything is taken in',
      async () => {
        const isThrough = sum(Object.values(survivor.lag())) === 0;
        return (
          isThrough &&
          (await isTallied(keys, 20)) &&
          (await isLogged(keys, 20)) &&
          (await all()) >= 1_200
        );
      },
      50_000,
    );

    expect(await on.ownersByTally()).toEqual(each(keys, ownersUpTo(20)));
    expect(await on.versionsByRow('log')).toEqual(each(keys, upTo(20)));
    const { all: shared = [] } = await on.versionsByRow('shared');
    expect([...shared].sort((one, other) => one - other)).toEqual(
      upTo(20).flatMap((version) => Array(60).fill(version)),
    );
    expect(await on.parked()).toEqual([]);
  });

  it('commit an offset when the effect is there, and not before', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await on.publisher.publish(factsOf(['acme'], 3));
    let isHeld = false;
    const consumers = await on.start({
      consumers: [
        tallyOwners(on.tallies, () => {
          isHeld = true;
          return held;
        }),
      ],
      projections: [accountLog('log')],
    });
    await until('the handler holds the batch', () => isHeld);
    // The other entry has come through its commits meanwhile, so there was time for a wrong one.
    await until('the projection has committed', async () => (await committed('log')) === 3);
    expect(await committed('tally-owners')).toBe(0);
    expect(consumers.lag()).toMatchObject({ [`${on.name}.bench.tally-owners`]: 3 });
    release();
    await until('the consumer has committed', async () => (await committed('tally-owners')) === 3);
  });

  it('share the partitions while others come and go under load, and each event has one effect', async () => {
    const keys = keysOf(40);
    const { mongodbUrl: url } = await startStack({ name: 'test' });
    const second = await openDatabase({ url, name: on.name });
    const entries = (tallies: Ground['tallies']) => ({
      consumers: [tallyOwners(tallies)],
      projections: [accountLog('log'), accountLog('shared', () => 'all')],
    });
    const facts = factsOf(keys, 30);
    const publishing = (async () => {
      for (let from = 0; from < facts.length; from += 60)
        await on.publisher.publish(facts.slice(from, from + 60));
    })();
    const one = await on.start(entries(on.tallies));
    const other = await on.start(entries(talliesOf(second)), { database: second });
    await publishing;
    await until('both work', async () => (await on.ownersByTally())[keys[0] ?? ''] !== undefined);
    await one.stop();
    await until(
      'everything is taken in',
      async () => (await isTallied(keys, 30)) && (await isLogged(keys, 30)),
    );
    await until('nothing lags', () => sum(Object.values(other.lag())) === 0);

    expect(await on.ownersByTally()).toEqual(each(keys, ownersUpTo(30)));
    expect(await on.versionsByRow('log')).toEqual(each(keys, upTo(30)));
    const { all: shared = [] } = await on.versionsByRow('shared');
    expect(shared.length).toBe(40 * 30);
    expect(await on.parked()).toEqual([]);
    await other.stop();
    await second.close();
  });

  it('set aside what cannot succeed, go on with the rest, and take it up when it is replayed', async () => {
    let isKnown = false;
    const keys = keysOf(10);
    const [poisoned = ''] = keys;
    const admin = on.kafka.producer();
    await admin.connect();
    const topic = `${on.name}.account.account`;
    await admin.send({ topic, messages: [{ key: null, value: 'not one of ours' }] });
    // Later versions first: the registration of one account is late.
    await on.publisher.publish([fact('late', 2), fact('late', 3), ...factsOf(keys, 4)]);
    const consumers = await on.start({
      consumers: [
        tallyOwners(on.tallies, ({ key, version }) => {
          if (key === poisoned && version === 3 && !isKnown) throw refuse('owner-unknown', 'Who?');
        }),
      ],
    });
    const others = keys.slice(1);
    await until('the others are through', () => isTallied(others, 4));
    await until('all are set aside', async () => (await on.parked()).length === 5);
    const reasonOf = Object.fromEntries(
      (await on.parked()).map(({ _id, reason }) => [_id, reason]),
    );
    const stream = (key: string) => `bench.tally-owners|account.account|${key}`;
    expect(reasonOf).toEqual({
      [`${stream(poisoned)}#3`]: 'owner-unknown',
      [`${stream(poisoned)}#4`]: 'behind-parked',
      [`${stream('late')}#2`]: 'gap',
      [`${stream('late')}#3`]: 'behind-parked',
      [Object.keys(reasonOf).find((id) => id.includes('@')) ?? '']: 'malformed-event',
    });

    await on.publisher.publish([fact('late', 1)]);
    await until('the late one is through', () => isTallied(['late'], 3));
    isKnown = true;
    expect(await consumers.replay(stream(poisoned))).toBe(true);
    expect(await on.ownersByTally()).toEqual({
      ...each(keys, ownersUpTo(4)),
      late: ownersUpTo(3),
    });
    expect((await on.parked()).map(({ reason }) => reason)).toEqual(['malformed-event']);
    await admin.disconnect();
  });

  it('keep up with more than their queue holds', async () => {
    const keys = keysOf(400);
    const facts = factsOf(keys, 25);
    for (let from = 0; from < facts.length; from += 1_000)
      await on.publisher.publish(facts.slice(from, from + 1_000));
    await on.start({ projections: [accountLog('log')] });
    await until('everything is taken in', () => isLogged(keys, 25));
    expect(await on.versionsByRow('log')).toEqual(each(keys, upTo(25)));
  });
});
