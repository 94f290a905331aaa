import { refusals } from '@steward/domain';
import { startStack } from '@steward/local';
import { openDatabase } from '@steward/persistence';
import type { BuildProgress } from './build-generation.ts';
import { buildOptions } from './fixtures/build-options.ts';
import { startChild } from './fixtures/child.ts';
import { fact, factsOf, keysOf } from './fixtures/facts.ts';
import { type Ground, ground } from './fixtures/ground.ts';
import { type AccountLog, accountLog } from './fixtures/tally.ts';
import { until } from './fixtures/until.ts';
import { dropPreviousGeneration, rebuildReadModel, serveGeneration } from './read-models.ts';
import { streamOperations } from './stream-operations.ts';

const refuse = refusals({ 'owner-unknown': 'conflict' });

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

const each = <Value>(keys: readonly string[], value: Value) =>
  Object.fromEntries(keys.map((key) => [key, value]));

describe('read model that is rebuilt', () => {
  const log = accountLog('log');
  const keys = keysOf(40);
  let on: Ground;

  beforeEach(async () => {
    on = await ground();
  });
  afterEach(() => on.end());

  const rows = (generation?: number) =>
    on.versionsByRow(generation === undefined ? 'log' : `log.${generation}`);

  const isAt = async (version: number, generation?: number) => {
    const versions = await rows(generation);
    return keys.every((key) => versions[key]?.at(-1) === version);
  };

  const guardsOf = (consumer: string) =>
    on.database.collections.guards.countDocuments({ _id: { $regex: `^${consumer}\\|` } });

  /** What no fold would have made of the events, so that it shows where rows come from. */
  const spoil = () =>
    on.database
      .collection<AccountLog & { _id: string }>('view.log')
      .updateMany({}, { $set: { versions: [] } });

  const taken = async () => {
    await on.publisher.publish(factsOf(keys, 10));
    const running = await on.start({ projections: [log] });
    await until('everything is taken in', () => isAt(10));
    return running;
  };

  it('serves its old rows until the new ones have caught up, and loses and doubles nothing in two replicas', async () => {
    const { mongodbUrl: url } = await startStack({ name: 'test' });
    const second = await openDatabase({ url, name: on.name });
    const running = [await taken(), await on.start({ projections: [log] }, { database: second })];
    await spoil();

    const views = [on.database, second].map((database) => database.view<AccountLog>('log'));
    const lengths = () =>
      Promise.all(views.map(async (view) => (await view.get('account-0'))?.versions.length ?? 0));
    let isBuilt = false;
    const publishing = (async () => {
      let version = 10;
      while (!isBuilt || version < 40) {
        version += 1;
        await on.publisher.publish(keys.map((key) => fact(key, version)));
      }
      return version;
    })();
    const built = await rebuildReadModel(log, buildOptions(on));
    isBuilt = true;
    expect(built).toEqual({ outcome: 'serves', generation: 2, parked: 0 });
    const last = await publishing;

    await until('both replicas read the new rows', async () =>
      (await lengths()).every((length) => length === last),
    );
    await until('all rows are there', () => isAt(last, 2));
    expect(await rows(2)).toEqual(each(keys, upTo(last)));
    // Whoever served before has stopped: its rows stay as they were when it did.
    for (const consumers of running)
      expect(Object.keys(consumers.lag())).toEqual([`${on.name}.bench.log@2`]);
    const old = await rows();
    await on.publisher.publish(keys.map((key) => fact(key, last + 1)));
    await until('the replicas take in what follows', () => isAt(last + 1, 2));
    expect(await rows()).toEqual(old);
    expect(await on.parked()).toEqual([]);
    await Promise.all(running.map((consumers) => consumers.stop()));
    await second.close();
  }, 90_000);

  it('goes on where a build was killed, and the old rows serve meanwhile', async () => {
    await taken();
    const killed = await startChild('builder-process.ts', on.name, '150');
    await killed.ended;
    const { serving, building } = await on.database.generations.read('log');
    expect({ serving, building }).toEqual({ serving: 1, building: 2 });

    const progress: BuildProgress[] = [];
    const onProgress = (made: BuildProgress) => progress.push(made);
    const built = await rebuildReadModel(log, { ...buildOptions(on), onProgress });
    expect(built).toEqual({ outcome: 'serves', generation: 2, parked: 0 });
    // Nobody was to have it before it had everything.
    expect(progress.at(-1)).toEqual({ generation: 2, done: 400, total: 400 });
    expect(await rows(2)).toEqual(each(keys, upTo(10)));
  }, 90_000);

  it('is built once by two who are told to at once', async () => {
    await taken();
    const second = await openDatabase({
      url: (await startStack({ name: 'test' })).mongodbUrl,
      name: on.name,
    });
    const outcomes = await Promise.all([
      rebuildReadModel(log, buildOptions(on)),
      rebuildReadModel(log, { ...buildOptions(on), database: second }),
    ]);
    expect(outcomes).toEqual(Array(2).fill({ outcome: 'serves', generation: 2, parked: 0 }));
    expect(await on.database.generations.read('log')).toMatchObject({ serving: 2, previous: 1 });
    expect(await rows(2)).toEqual(each(keys, upTo(10)));
    await second.close();
  }, 90_000);

  it('does not serve while something is set aside in it that the serving one has', async () => {
    await taken();
    const failing = accountLog('log', undefined, ({ key, version }) => {
      if (key === 'account-7' && version === 9) throw refuse('owner-unknown', 'Who?');
    });
    const build = { outcome: 'parked', generation: 2, parked: 2 };
    expect(await rebuildReadModel(failing, buildOptions(on))).toEqual(build);
    expect(await on.database.generations.read('log')).toMatchObject({ serving: 1, building: 2 });

    const operations = streamOperations({
      ...buildOptions(on),
      service: 'bench',
      consumers: [],
      projections: [log],
    });
    expect(await operations.replay('bench.log@2|account.account|account-7')).toBe(true);
    expect(await rebuildReadModel(log, buildOptions(on))).toEqual({
      outcome: 'serves',
      generation: 2,
      parked: 0,
    });
    expect(await rows(2)).toEqual(each(keys, upTo(10)));
  }, 90_000);

  it('goes back to the rows of before with all that came since, until they are dropped', async () => {
    await taken();
    await rebuildReadModel(log, buildOptions(on));
    await on.publisher.publish(keys.map((key) => fact(key, 11)));
    await until('the new rows are there', () => isAt(11, 2));
    expect(await rows()).toEqual(each(keys, upTo(10)));

    const back = await serveGeneration(log, 1, buildOptions(on));
    expect(back).toEqual({ outcome: 'serves', generation: 1, parked: 0 });
    expect(await rows()).toEqual(each(keys, upTo(11)));

    expect(await guardsOf('bench.log@2')).toBe(keys.length);
    await until('generation 2 is let go', async () => {
      const dropping = dropPreviousGeneration(log, buildOptions(on));
      return dropping.then(
        (dropped) => dropped.includes(2),
        () => false,
      );
    });
    expect(await guardsOf('bench.log@2')).toBe(0);
    expect(await guardsOf('bench.log')).toBe(keys.length);
    expect(await rows(2)).toEqual({});
    await expect(serveGeneration(log, 2, buildOptions(on))).rejects.toThrow('and none is kept');
    expect((await rebuildReadModel(log, buildOptions(on))).generation).toBe(3);
  }, 90_000);

  it('is given up and begun anew on demand', async () => {
    await taken();
    const begun = await on.database.generations.begin('log');
    const built = await rebuildReadModel(log, { ...buildOptions(on), anew: true });
    expect([begun, built.generation]).toEqual([2, 3]);
    expect(await on.database.generations.read('log')).toMatchObject({ serving: 3, dropping: [] });
  }, 90_000);
});
