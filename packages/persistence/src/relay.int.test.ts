import { because, countBy } from './fixtures/counter.ts';
import { type Replicas, startReplicas } from './fixtures/replicas.ts';
import { until } from './fixtures/until.ts';
import { laneOf, lanesMax } from './position.ts';
import type { Relay } from './relay.ts';
import type { EventRow } from './rows.ts';

const keys = Array.from({ length: 50 }, (_, index) => `counter-${index}`);

/** A broker that keeps what it is given, and does what the test wants of it. */
const broker = (takes: (rows: readonly EventRow[]) => Promise<void> = async () => undefined) => {
  const taken: EventRow[] = [];
  return {
    taken,
    publish: async (rows: readonly EventRow[], signal: AbortSignal) => {
      const { promise: aborted, reject } = Promise.withResolvers<never>();
      signal.addEventListener('abort', () => reject(new Error('given up')));
      await Promise.race([takes(rows), aborted]);
      taken.push(...rows);
    },
    versionsOf: (key: string) =>
      taken.filter((row) => row.key === key).map(({ version }) => version),
  };
};

describe('relay', () => {
  let replicas: Replicas;
  const relays: Relay[] = [];

  beforeEach(async () => {
    replicas = await startReplicas({ pendingMax: 400 });
  });
  afterEach(async () => {
    await Promise.all(relays.splice(0).map((relay) => relay.stop()));
    await replicas.end();
  });

  const start = (replica: 0 | 1, { publish }: Pick<ReturnType<typeof broker>, 'publish'>) => {
    const errors: unknown[] = [];
    const onError = (_message: string, error: unknown) => errors.push(error);
    const relay = replicas.all[replica].database.startRelay({ publish, onError });
    relays.push(relay);
    return { relay, errors };
  };

  const change = (replica: 0 | 1, key: string) =>
    replicas.all[replica].counters.change(key, countBy(1), because());

  const pending = () =>
    replicas.all[0].database.collections.events.countDocuments({ pending: true });

  const allPublished = () => until('no row is pending', async () => (await pending()) === 0);

  it('publishes the rows of each aggregate in the order of their versions, and marks them', async () => {
    const taking = broker();
    start(0, taking);
    for (let round = 0; round < 3; round += 1) await Promise.all(keys.map((key) => change(0, key)));
    await allPublished();
    // Once each, too: a mark that the next read does not see yet would have every row leave many times.
    for (const key of keys) expect(taking.versionsOf(key)).toEqual([1, 2, 3]);
  });

  it('shares the lanes with another, and hears of its commits', async () => {
    const brokers = [broker(), broker()] as const;
    start(0, brokers[0]);
    start(1, brokers[1]);
    const { lanes } = replicas.all[0].database.collections;
    await until('both have half of the lanes', async () => {
      const owners = Map.groupBy(await lanes.find().toArray(), ({ owner }) => owner);
      return owners.size === 2 && [...owners.values()].every((owned) => owned.length === 32);
    });
    for (let round = 0; round < 3; round += 1)
      await Promise.all(keys.map((key) => change(round % 2 === 0 ? 0 : 1, key)));
    await allPublished();
    for (const key of keys) {
      const by = brokers
        .map(({ versionsOf }) => versionsOf(key))
        .filter(({ length }) => length > 0);
      expect(by).toEqual([[1, 2, 3]]);
    }
    for (const { taken } of brokers) expect(taken.length).toBeGreaterThan(0);
  });

  it('leaves its lanes to another when the broker does not answer it', async () => {
    const reached = broker();
    const cutOff = broker(() => new Promise(() => undefined));
    // One of the lanes that the first would keep if it shared with the second as usual.
    const key = keys.find((candidate) => laneOf(candidate) < lanesMax / 2) ?? '';
    start(0, cutOff);
    await change(0, key);
    start(1, reached);
    await until('the other publishes', () => reached.versionsOf(key).length > 0);
    expect(cutOff.taken).toEqual([]);
  }, 40_000);

  it('goes on with other streams when the broker refuses one', async () => {
    const choosy = broker(async (rows) => {
      if (rows.some(({ key }) => key === 'counter-7')) throw new Error('too large for this broker');
    });
    const { errors } = start(0, choosy);
    await Promise.all(keys.map((key) => change(0, key)));
    await until('the others have left', async () => (await pending()) === 1);
    expect(choosy.taken.map(({ key }) => key).sort()).toEqual(
      keys.filter((key) => key !== 'counter-7').sort(),
    );
    expect(errors.length).toBeGreaterThan(0);
  });

  it('puts changes off once too much is pending, though no publication has ended', async () => {
    const { promise: outage, reject: endOutage } = Promise.withResolvers<never>();
    const { relay } = start(
      0,
      broker(() => outage),
    );
    for (let round = 0; round < 9; round += 1) await Promise.all(keys.map((key) => change(0, key)));
    await until('the backlog is known', () => relay.backlog().pending > 400);
    expect(relay.backlog().oldestSeconds).toBeGreaterThan(0);
    await expect(change(0, 'one-more')).rejects.toMatchObject({ retryAfterSeconds: 5 });
    endOutage(new Error('still away'));
    await relay.stop();
    expect(await pending()).toBe(9 * keys.length);
  });

  it('publishes what was committed just before it stops', async () => {
    const taking = broker();
    const { relay } = start(0, taking);
    await change(0, 'first');
    await allPublished();
    await Promise.all(keys.map((key) => change(0, key)));
    await relay.stop();
    expect(await pending()).toBe(0);
    expect(new Set(taking.taken.map(({ key }) => key))).toEqual(new Set(['first', ...keys]));
  });

  it('publishes what was committed while its last publication was under way', async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    let isHeld = false;
    const slow = broker(() => {
      isHeld = true;
      return released;
    });
    const { relay } = start(0, slow);
    await change(0, 'first');
    await until('a publication is under way', () => isHeld);
    await Promise.all(keys.map((key) => change(0, key)));
    const stopped = relay.stop();
    release();
    await stopped;
    expect(await pending()).toBe(0);
    expect(new Set(slow.taken.map(({ key }) => key))).toEqual(new Set(['first', ...keys]));
  });

  it('finds what is pending by its index, however long the history', async () => {
    const { events } = replicas.all[0].database.collections;
    await Promise.all(keys.map((key) => change(0, key)));
    await events.updateMany({ key: { $ne: 'counter-7' } }, { $unset: { pending: 1 } });
    const plans = await Promise.all([
      events
        .find({ pending: true, lane: { $in: [1, 2, 20, 63] } })
        .sort({ lane: 1, position: 1 })
        .explain('executionStats'),
      events.aggregate([{ $match: { pending: true } }]).explain('executionStats'),
    ]);
    for (const plan of plans) {
      expect(JSON.stringify(plan)).not.toContain('COLLSCAN');
      expect(JSON.stringify(plan)).not.toContain('"SORT"');
      expect(plan.executionStats.totalDocsExamined).toBeLessThanOrEqual(1);
    }
  });
});
