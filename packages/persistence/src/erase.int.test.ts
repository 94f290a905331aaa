import type { Erasure } from '@steward/domain';
import { because, type Counter, type CounterEvent, countBy, counter } from './fixtures/counter.ts';
import { type Replicas, startReplicas } from './fixtures/replicas.ts';
import { until } from './fixtures/until.ts';
import type { EventRow } from './rows.ts';

const secret = 'Ann Smith';
const saying = (note: string) => (): CounterEvent[] => [{ type: 'Counted', data: { by: 5, note } }];
const told: CounterEvent = { type: 'Counted', data: { by: 0 } };

/** Takes every note away, and what was counted with it. */
const eraseNotes: Erasure<Counter, CounterEvent> = (_, past) => ({
  left: past.map((event) =>
    event.data.note === undefined ? event : { type: 'Counted', data: { by: 0 } },
  ),
  events: [told],
});

describe('an erasure', () => {
  let replicas: Replicas;

  beforeEach(async () => {
    replicas = await startReplicas();
  });
  afterEach(() => replicas.end());

  const rowsOf = (key: string) =>
    replicas.all[0].database.collections.events.find({ key }).sort({ version: 1 }).toArray();
  const past = async (key: string) => {
    const [{ counters }] = replicas.all;
    await counters.change(key, countBy(1), because());
    await counters.change(key, saying(secret), because());
    await counters.change(key, countBy(2), because());
    return rowsOf(key);
  };
  const eraseNotesOf = (key: string, changes: Parameters<typeof because>[0] = {}) =>
    replicas.all[0].counters.erase(key, eraseNotes, because(changes));

  it('leaves other bodies, a fact that tells of it, and the state that they come to', async () => {
    const before = await past('one');
    expect(JSON.stringify(before)).toContain(secret);
    expect(await eraseNotesOf('one', { reason: 'Asked for' })).toMatchObject({ version: 4 });

    const [first, second, third, fourth] = await rowsOf('one');
    expect([first, third]).toEqual([before[0], before[2]]);
    expect(second).toEqual({ ...before[1], body: '{"by":0}' });
    expect(fourth).toMatchObject({ version: 4, reason: 'Asked for', pending: true });

    const { items } = await replicas.all[1].counters.history('one', { limit: 9 });
    const state = (items as unknown as CounterEvent[]).reduce(counter.evolve, counter.initial);
    expect(state).toEqual({ count: 3, seen: 4 });
    expect(await replicas.all[1].counters.read('one')).toEqual({ id: 'one', version: 4, state });
  });

  it('is told once, however often it is asked for', async () => {
    await past('twice');
    await eraseNotesOf('twice');
    const after = await rowsOf('twice');
    expect(await eraseNotesOf('twice')).toMatchObject({ version: 4 });
    const both = await Promise.all(
      replicas.all.map(({ counters }) => counters.erase('twice', eraseNotes, because())),
    );
    expect(both.map(({ version }) => version)).toEqual([4, 4]);
    expect(await rowsOf('twice')).toEqual(after);
  });

  it('is told once by two replicas that erase at once', async () => {
    await past('raced');
    await Promise.all(
      replicas.all.map(({ counters }) => counters.erase('raced', eraseNotes, because())),
    );
    expect((await rowsOf('raced')).map(({ version }) => version)).toEqual([1, 2, 3, 4]);
  });

  it('reaches what is said while it is decided', async () => {
    await past('late');
    const [one, other] = replicas.all;
    const step = one.counters.erasing('late', eraseNotes);
    let decisions = 0;
    const slow: typeof step = {
      ...step,
      decide: async (cause) => {
        const decided = await step.decide(cause);
        decisions += 1;
        if (decisions === 1) await other.counters.change('late', saying(secret), because());
        return decided;
      },
    };
    expect(await one.database.changeTogether([slow], because())).toMatchObject({ version: 5 });
    expect(decisions).toBe(2);
    expect(JSON.stringify(await rowsOf('late'))).not.toContain(secret);
    expect((await other.counters.read('late'))?.state).toEqual({ count: 3, seen: 5 });
  });

  it.each<{ what: string; ask: () => Promise<unknown>; error: string }>([
    {
      what: 'another version was seen',
      ask: () => eraseNotesOf('kept', { ifMatch: 2 }),
      error: 'at version 3',
    },
    {
      what: 'another decision of the transaction is refused',
      ask: () => {
        const [{ counters, database }] = replicas.all;
        const steps = [counters.erasing('kept', eraseNotes), counters.step('o', countBy(2, 1))];
        return database.changeTogether(steps, because());
      },
      error: 'No more than 1',
    },
    {
      what: 'its receipt, which is written last, cannot be',
      ask: () => {
        const fingerprint = 'x'.repeat(17 * 1024 * 1024);
        return eraseNotesOf('kept', { receipt: { key: 'r-1', fingerprint } });
      },
      error: 'out of range',
    },
    {
      what: 'nothing would tell of it',
      ask: () =>
        replicas.all[0].counters.erase(
          'kept',
          (state, facts) => ({ ...eraseNotes(state, facts), events: [] }),
          because(),
        ),
      error: 'Nothing would tell',
    },
    {
      what: 'it would leave a fact out',
      ask: () =>
        replicas.all[0].counters.erase(
          'kept',
          (_, facts) => ({ left: facts.slice(1), events: [told] }),
          because(),
        ),
      error: 'every fact',
    },
  ])('leaves all as it was where $what', async ({ ask, error }) => {
    const before = await past('kept');
    const state = await replicas.all[0].counters.read('kept');
    await expect(ask()).rejects.toThrow(error);
    expect(await rowsOf('kept')).toEqual(before);
    expect(await replicas.all[0].counters.read('kept')).toEqual(state);
  });

  describe('and the relay', () => {
    const publishing = async (whileInHand: () => Promise<void> = async () => undefined) => {
      const taken: EventRow[] = [];
      const [{ database }] = replicas.all;
      let isFirst = true;
      const relay = database.startRelay({
        publish: async (rows) => {
          if (isFirst) await whileInHand();
          isFirst = false;
          taken.push(...rows);
        },
        onError: (_, error) => {
          throw error;
        },
      });
      const { events } = database.collections;
      await until('no row is pending', async () => !(await events.findOne({ pending: true })));
      await relay.stop();
      return taken;
    };

    it('lets the new bodies of what was not published leave, each once and in its place', async () => {
      await past('waiting');
      await eraseNotesOf('waiting');
      const taken = await publishing();
      expect(taken.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
      expect(JSON.stringify(taken)).not.toContain(secret);
    });

    it('publishes nothing of what was published but the fact that tells of it', async () => {
      await past('published');
      await publishing();
      await eraseNotesOf('published');
      expect((await publishing()).map(({ version }) => version)).toEqual([4]);
    });

    it('does not publish twice what the relay has in hand', async () => {
      const before = await past('in-hand');
      const taken = await publishing(() => eraseNotesOf('in-hand').then(() => undefined));
      expect(taken.slice(0, 3)).toEqual(before);
      expect(taken.map(({ version }) => version)).toEqual([1, 2, 3, 4]);
      expect(JSON.stringify(await rowsOf('in-hand'))).not.toContain(secret);
    });
  });
});
