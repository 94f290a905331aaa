import { Refusal } from '@steward/domain';
import { Overloaded, StaleVersion } from './failures.ts';
import { because, countBy } from './fixtures/counter.ts';
import { type Replicas, startReplicas } from './fixtures/replicas.ts';
import type { PageRequest } from './page.ts';

const times = <Value>(count: number, make: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => make(index));

const upTo = (count: number) => times(count, (index) => index + 1);

describe('store', () => {
  let replicas: Replicas;

  beforeAll(async () => {
    replicas = await startReplicas();
  });
  afterAll(() => replicas.end());

  const historyOf = async (id: string) =>
    (await replicas.all[0].counters.history(id, { limit: 500 })).items;

  it('leaves versions without a gap where two replicas change one aggregate at once', async () => {
    const changes = await Promise.all(
      times(40, (index) => {
        const { counters } = replicas.all[index % 2 === 0 ? 0 : 1];
        return counters.change('contended', countBy(1), because());
      }),
    );
    expect(changes.map(({ version }) => version).sort((a, b) => a - b)).toEqual(upTo(40));
    expect((await historyOf('contended')).map(({ version }) => version)).toEqual(upTo(40));
    expect(await replicas.all[1].counters.read('contended')).toEqual({
      id: 'contended',
      version: 40,
      state: { count: 40, seen: 40 },
    });
  });

  it('commits many aggregates at once, each with its events', async () => {
    const ids = times(300, (index) => `many-${index}`);
    const [{ counters }] = replicas.all;
    await Promise.all(ids.map((id) => counters.change(id, countBy(1), because())));
    const rows = await replicas.all[0].database.collections.events
      .find({ key: { $in: ids } })
      .toArray();
    expect(rows.map(({ key }) => key).sort()).toEqual([...ids].sort());
  });

  it('creates without looking, and looks where there is something already', async () => {
    const [{ counters, database }] = replicas.all;
    const db = database.client.db(database.name);
    await db.command({ profile: 2 });
    const looks = () =>
      db
        .collection('system.profile')
        .countDocuments({ op: 'query', ns: `${db.databaseName}.counter` });
    expect(await counters.create('created', countBy(1, 1), because())).toMatchObject({
      version: 1,
    });
    expect(await looks()).toBe(0);
    await expect(counters.create('created', countBy(1, 1), because())).rejects.toThrow(Refusal);
    expect(await counters.create('created', countBy(0), because())).toMatchObject({ version: 2 });
    expect(await looks()).toBe(2);
    await db.command({ profile: 0 });
    expect((await historyOf('created')).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('lets one of many that create the same thing at once be first', async () => {
    const created = await Promise.allSettled(
      times(30, (index) =>
        replicas.all[index % 2 === 0 ? 0 : 1].counters.create('same', countBy(1, 1), because()),
      ),
    );
    expect(created.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await historyOf('same')).toHaveLength(1);
  });

  it('writes nothing when the decision is refused, and nothing when it decides nothing', async () => {
    const [{ counters }] = replicas.all;
    const refused = counters.change('refused', countBy(2, 1), because());
    await expect(refused).rejects.toThrow(Refusal);
    const change = await counters.change('refused', () => [], because());
    expect(change).toEqual({ id: 'refused', version: 0, isReplay: false });
    expect(await counters.read('refused')).toBeUndefined();
    expect(await historyOf('refused')).toEqual([]);
  });

  it('lets only the loser of a group pay for its conflict', async () => {
    const [one, other] = replicas.all;
    await one.counters.change('loser', countBy(1), because());
    const ids = times(30, (index) => (index === 13 ? 'loser' : `group-${index}`));
    const decided: string[] = [];
    const { promise: allDecided, resolve } = Promise.withResolvers<void>();
    // All decide before any commits, and another replica is faster with one of the aggregates.
    const changes = ids.map((id) => {
      const step = one.counters.step(id, countBy(1));
      const decide: typeof step.decide = async (cause) => {
        const decision = await step.decide(cause);
        decided.push(id);
        if (decided.length === ids.length)
          resolve(other.counters.change('loser', countBy(1), because()).then(() => undefined));
        await allDecided;
        return decision;
      };
      return one.database.changeTogether([{ ...step, decide }], because());
    });
    const versions = (await Promise.all(changes)).map(({ version }) => version);
    expect(versions).toEqual(ids.map((id) => (id === 'loser' ? 3 : 1)));
    expect(decided).toEqual([...ids, 'loser']);
  });

  it('lets a change that can never be written fail alone', async () => {
    const [{ counters }] = replicas.all;
    const huge = 'x'.repeat(17 * 1024 * 1024);
    const poison = counters.change('huge', countBy(1), because({ reason: huge }));
    const others = times(5, (index) => counters.change(`fine-${index}`, countBy(1), because()));
    const [failed, ...fine] = await Promise.allSettled([poison, ...others]);
    expect(failed.status).toBe('rejected');
    expect(fine.map(({ status }) => status)).toEqual(times(5, () => 'fulfilled'));
    expect(await counters.read('huge')).toBeUndefined();
  });

  it('refuses an event that no broker would take', async () => {
    const note = 'x'.repeat(1_000_000);
    const tooLarge = replicas.all[0].counters.change(
      'large',
      () => [{ type: 'Counted', data: { by: 1, note } }],
      because(),
    );
    await expect(tooLarge).rejects.toMatchObject({ code: 'event-too-large' });
  });

  it('changes only the version that the caller has seen', async () => {
    const [{ counters }] = replicas.all;
    await counters.change('matched', countBy(1), because());
    const stale = counters.change('matched', countBy(1), because({ ifMatch: 7 }));
    await expect(stale).rejects.toThrow(StaleVersion);
    const fresh = await counters.change('matched', countBy(1), because({ ifMatch: 1 }));
    expect(fresh.version).toBe(2);
  });

  it.each([
    { refusal: new Refusal('notFound', 'counter-unseen', 'No such counter'), error: Refusal },
    { refusal: new Refusal('conflict', 'counter-is-full', 'It is full'), error: StaleVersion },
  ])(
    'tells whoever has seen another version $error.name where it is $refusal.code',
    async (row) => {
      const [{ counters }] = replicas.all;
      const decide = () => {
        throw row.refusal;
      };
      const stale = counters.change(row.refusal.code, decide, because({ ifMatch: 7 }));
      await expect(stale).rejects.toThrow(row.error);
    },
  );

  it('lets one of two that have seen the same version win', async () => {
    await replicas.all[0].counters.change('raced', countBy(1), because());
    const outcomes = await Promise.allSettled(
      replicas.all.map(({ counters }) =>
        counters.change('raced', countBy(1), because({ ifMatch: 1 })),
      ),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await historyOf('raced')).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('pages through a history', async () => {
    const [{ counters }] = replicas.all;
    await counters.change(
      'paged',
      () => times(7, (index) => ({ type: 'Counted', data: { by: index } })),
      because(),
    );
    const versions: number[][] = [];
    let request: PageRequest = { limit: 3 };
    for (let pages = 0; pages < 4; pages += 1) {
      const { items, next } = await counters.history('paged', request);
      versions.push(items.map(({ version }) => version));
      if (next === undefined) break;
      request = { limit: 3, cursor: next };
    }
    expect(versions).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
  });

  it('lists by a field of the state, page by page', async () => {
    const [{ counters }] = replicas.all;
    const ids = times(5, (index) => `listed-${index}`);
    await Promise.all(ids.map((id) => counters.change(id, countBy(4_711), because())));
    const first = await counters.list({ count: 4_711 }, { limit: 3 });
    const second = await counters.list({ count: 4_711 }, { limit: 3, cursor: first.next });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeUndefined();
  });
});

describe('changes together', () => {
  let replicas: Replicas;

  beforeAll(async () => {
    replicas = await startReplicas();
  });
  afterAll(() => replicas.end());

  it('commit all or nothing, also when the second aggregate is refused', async () => {
    const [{ database, counters }] = replicas.all;
    const steps = [counters.step('both-1', countBy(1)), counters.step('both-2', countBy(2, 1))];
    await expect(database.changeTogether(steps, because())).rejects.toThrow(Refusal);
    expect(await counters.read('both-1')).toBeUndefined();
  });

  it('decide again, all of them, when the second aggregate loses a race', async () => {
    const [one, other] = replicas.all;
    let decisions = 0;
    // The other replica changes the second aggregate each time before this one can write, twice.
    const meddling = async (): Promise<void> => {
      if (decisions <= 2) await other.counters.change('second', countBy(100), because());
    };
    const slow = one.counters.step('second', countBy(1));
    const second = {
      ...slow,
      decide: async (cause: Parameters<typeof slow.decide>[0]) => {
        decisions += 1;
        const decided = await slow.decide(cause);
        await meddling();
        return decided;
      },
    };
    await one.database.changeTogether([one.counters.step('first', countBy(1)), second], because());
    expect(decisions).toBe(3);
    expect((await one.counters.read('first'))?.version).toBe(1);
    expect((await one.counters.read('second'))?.state).toEqual({ count: 201, seen: 3 });
  });

  it('give up after a bounded number of lost races, and write nothing', async () => {
    const [one, other] = replicas.all;
    const slow = one.counters.step('lost', countBy(1));
    const losing = {
      ...slow,
      decide: async (cause: Parameters<typeof slow.decide>[0]) => {
        const decided = await slow.decide(cause);
        await other.counters.change('lost', countBy(1), because());
        return decided;
      },
    };
    const steps = [one.counters.step('winner', countBy(1)), losing];
    await expect(one.database.changeTogether(steps, because())).rejects.toThrow(Overloaded);
    expect(await one.counters.read('winner')).toBeUndefined();
  });

  it('take one decision about one aggregate', async () => {
    const [{ database, counters }] = replicas.all;
    const steps = [counters.step('twice', countBy(1)), counters.step('twice', countBy(1))];
    await expect(database.changeTogether(steps, because())).rejects.toThrow('changed once');
  });
});
