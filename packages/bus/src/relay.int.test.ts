import type { EventRow } from '@steward/persistence';
import { nextVersion } from './fixtures/accounts.ts';
import { startChild } from './fixtures/child.ts';
import { fact, keysOf } from './fixtures/facts.ts';
import { type Ground, ground } from './fixtures/ground.ts';
import { firstOfEach, versionsInKafka } from './fixtures/read-facts.ts';
import { type Tally, type TallyEvent, tally, tallyNoun } from './fixtures/tally.ts';
import { until } from './fixtures/until.ts';
import { ensureTopics } from './topics.ts';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('relays on Kafka', () => {
  let on: Ground;

  beforeAll(async () => {
    on = await ground();
  });
  afterAll(() => on.end());

  const topic = () => `${on.name}.account.account`;
  const pending = () => on.database.collections.events.countDocuments({ pending: true });

  it('publish every row in order, though one of them is killed', async () => {
    const keys = keysOf(80);
    const change = nextVersion(on.database);
    const [mortal, survivor] = await Promise.all([
      startChild('relay-process.ts', on.name),
      startChild('relay-process.ts', on.name),
    ]);
    const { lanes } = on.database.collections;
    await until('both have lanes', async () => (await lanes.distinct('owner')).length === 2);
    for (let version = 1; version <= 10; version += 1) {
      await Promise.all(keys.map(change));
      if (version === 5) await mortal.kill();
    }
    await until('no row is pending', async () => (await pending()) === 0, 30_000);
    await survivor.kill();
    const versions = await versionsInKafka(on.kafka, topic());
    expect(Object.keys(versions).sort()).toEqual([...keys].sort());
    for (const key of keys) expect(firstOfEach(versions[key] ?? [])).toEqual(upTo(10));
  });

  it('send more than a broker takes in one request', async () => {
    const ballast = 'x'.repeat(200_000);
    const rows: EventRow[] = upTo(12).map((version) =>
      fact('heavy', version, { body: JSON.stringify({ ballast }) }),
    );
    await on.publisher.publish(rows);
    const { heavy } = await versionsInKafka(on.kafka, topic());
    expect(heavy).toEqual(upTo(12));
  });

  it('go on with other topics where one is missing, and publish it once it is there', async () => {
    const absent = { ...tallyNoun, topic: 'test.absent' };
    const { database } = on;
    const tallies = database.store<Tally, TallyEvent>(absent, tally);
    await tallies.change('late', () => [{ type: 'Tallied', data: { ownerId: 'olga' } }], {
      actor: 'test',
      at: new Date(),
      correlationId: 'c-1',
    });
    const change = nextVersion(database);
    const errors: unknown[] = [];
    const relay = database.startRelay({
      publish: on.publisher.publish,
      onError: (_message, error) => errors.push(error),
    });
    const keys = keysOf(10, 'beside');
    await Promise.all(keys.map(change));
    await until('the others have left', async () => (await pending()) === 1, 60_000);
    expect(errors.length).toBeGreaterThan(0);
    await ensureTopics(on.kafka, [absent], {
      partitions: 1,
      replicationFactor: 1,
      topicPrefix: `${on.name}.`,
    });
    await until('the late one has left', async () => (await pending()) === 0, 60_000);
    await relay.stop();
  }, 150_000);
});
