import {
  type AccountEvent,
  AccountOwnerAssigned,
  AccountRegistered,
  type EventContract,
} from '@steward/contracts';
import { refusals } from '@steward/domain';
import type { EventRow } from '@steward/persistence';
import type { Consumer } from './declare.ts';
import { fact, factsOf, keysOf } from './fixtures/facts.ts';
import { type Ground, ground } from './fixtures/ground.ts';
import { subject } from './fixtures/subject.ts';
import { accountLog, talliesOf, tallyOwners } from './fixtures/tally.ts';

const refuse = refusals({ 'owner-unknown': 'conflict' });

type Meddle = (event: { key: string; version: number }) => void | Promise<void>;

/** The service that writes the facts of accounts, and hears them itself. */
const owner = 'account';

/** What the owner of a stream has on record before it publishes the last of these. */
const record = async (on: Ground, batch: readonly EventRow[]): Promise<void> => {
  const rows = [...Map.groupBy(batch, ({ key }) => key)].flatMap(([key, ofStream]) => {
    const last = Math.max(...ofStream.map(({ version }) => version));
    return factsOf([key], last);
  });
  await on.database.collections.events.bulkWrite(
    rows.map(({ _id, ...row }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: row }, upsert: true },
    })),
  );
};

/** A consumer of facts that its own service writes, and has written before they can come. */
const ownSubject = (on: Ground, consumer: Consumer) => {
  const started = subject(on, consumer, owner);
  const recorded =
    (takeIn: (batch: readonly EventRow[]) => Promise<void>) =>
    async (batch: readonly EventRow[]): Promise<void> => {
      await record(on, batch);
      await takeIn(batch);
    };
  return {
    ...started,
    takeIn: recorded(started.takeIn),
    takeInWithoutDraining: recorded(started.takeInWithoutDraining),
  };
};

const effectsOfConsumer = {
  effects: async (on: Ground, key: string) =>
    ((await on.ownersByTally())[key] ?? []).map((name) => Number(name.slice('owner-'.length))),
  // Nobody asked the consumer for the registration.
  expected: (versions: readonly number[]) => versions.filter((version) => version > 1),
};

/** All ways to take events in, told apart only by what they leave behind. */
const kinds = [
  {
    kind: 'consumer',
    start: (on: Ground, meddle?: Meddle) => subject(on, tallyOwners(on.tallies, meddle)),
    ...effectsOfConsumer,
  },
  {
    kind: 'consumer of facts of its own service',
    start: (on: Ground, meddle?: Meddle) => ownSubject(on, tallyOwners(on.tallies, meddle)),
    ...effectsOfConsumer,
  },
  {
    kind: 'projection',
    start: (on: Ground, meddle?: Meddle) =>
      subject(
        on,
        accountLog('log', undefined, (event) => void meddle?.(event)),
      ),
    effects: async (on: Ground, key: string) => (await on.versionsByRow('log'))[key] ?? [],
    expected: (versions: readonly number[]) => versions,
  },
] as const;

describe.each(kinds)('$kind', ({ start, effects, expected }) => {
  let on: Ground;

  beforeAll(async () => {
    on = await ground();
  });
  afterAll(() => on.end());

  const expectEffects = async (key: string, versions: readonly number[]) =>
    expect(await effects(on, key)).toEqual(expected(versions));

  it.each([
    { how: 'in order', order: [1, 2, 3, 4] },
    { how: 'twice in one batch', order: [1, 2, 2, 3, 1, 3, 4, 4] },
    { how: 'out of order', order: [3, 1, 2, 4] },
    { how: 'backwards', order: [4, 3, 2, 1] },
    { how: 'twice and out of order', order: [3, 3, 1, 4, 2, 2, 3, 1] },
  ])(
    'gives each event one effect, in order, when a batch has them $how',
    async ({ how, order }) => {
      const key = how.replaceAll(' ', '-');
      const { takeIn, reasons } = start(on);
      await takeIn(order.map((version) => fact(key, version)));
      await expectEffects(key, [1, 2, 3, 4]);
      expect(await reasons(key)).toEqual({});
    },
  );

  it('holds what comes after a gap until the gap is filled by another batch', async () => {
    const { takeIn, reasons } = start(on);
    await takeIn([fact('gap', 1), fact('gap', 2)]);
    await takeIn([fact('gap', 4), fact('gap', 5)]);
    await expectEffects('gap', [1, 2]);
    expect(await reasons('gap')).toEqual({ 4: 'gap', 5: 'behind-parked' });
    await takeIn([fact('gap', 3)]);
    await expectEffects('gap', [1, 2, 3, 4, 5]);
    expect(await reasons('gap')).toEqual({});
    await takeIn([fact('gap', 6)]);
    await expectEffects('gap', [1, 2, 3, 4, 5, 6]);
  });

  it('takes up what waited behind a gap, though whoever filled the gap was killed before', async () => {
    const { takeIn, takeInWithoutDraining } = start(on);
    await takeIn([fact('killed', 1), fact('killed', 3)]);
    await takeInWithoutDraining([fact('killed', 2)]);
    await expectEffects('killed', [1, 2]);
    await takeIn([fact('killed', 2)]);
    await expectEffects('killed', [1, 2, 3]);
  });

  it('sets aside what is refused, with its code, and what comes after it in its stream', async () => {
    let isKnown = false;
    const { takeIn, reasons, replay } = start(on, ({ key, version }) => {
      if (key === 'refused' && version === 3 && !isKnown) throw refuse('owner-unknown', 'Who?');
    });
    await takeIn(factsOf(['refused', 'beside-it'], 5));
    await expectEffects('beside-it', [1, 2, 3, 4, 5]);
    await expectEffects('refused', [1, 2]);
    const parked = { 3: 'owner-unknown', 4: 'behind-parked', 5: 'behind-parked' };
    expect(await reasons('refused')).toEqual(parked);

    // Neither a redelivery nor a replay that fails again changes anything.
    await takeIn(factsOf(['refused'], 6));
    expect(await replay('refused')).toBe(false);
    await expectEffects('refused', [1, 2]);
    expect(await reasons('refused')).toEqual({ ...parked, 6: 'behind-parked' });

    isKnown = true;
    expect(await replay('refused')).toBe(true);
    await expectEffects('refused', [1, 2, 3, 4, 5, 6]);
    expect(await reasons('refused')).toEqual({});
    await takeIn([fact('refused', 7)]);
    await expectEffects('refused', [1, 2, 3, 4, 5, 6, 7]);
  });

  it('skips what is discarded, keeps it for good, and takes up what waited behind it', async () => {
    const { takeIn, reasons, replay, discard } = start(on, ({ key, version }) => {
      if (key === 'hopeless' && (version === 3 || version === 5))
        throw refuse('owner-unknown', 'Who?');
    });
    await takeIn(factsOf(['hopeless'], 7));
    const { row, waiting } = await discard('hopeless');
    expect(waiting).toBe(4);
    expect(row).toMatchObject({
      version: 3,
      reason: 'owner-unknown',
      discardedBy: 'olga',
      discardReason: 'It never happened',
      message: { id: 'hopeless@3', key: 'hopeless' },
    });
    expect(await on.database.collection('discarded').findOne({ _id: row._id as never })).toEqual(
      row,
    );
    // What waited is not to be given up: it may well succeed.
    await expect(discard('hopeless')).rejects.toThrow('replay it instead');
    expect(await replay('hopeless')).toBe(false);
    await expectEffects('hopeless', [1, 2, 4]);
    expect(await reasons('hopeless')).toEqual({
      5: 'owner-unknown',
      6: 'behind-parked',
      7: 'behind-parked',
    });
    await discard('hopeless');
    expect(await replay('hopeless')).toBe(true);
    await takeIn(factsOf(['hopeless'], 8));
    await expectEffects('hopeless', [1, 2, 4, 6, 7, 8]);
    await expect(discard('hopeless')).rejects.toThrow('Nothing is set aside');
  });

  it('discards nothing that has not come, and nothing twice when two discard at once', async () => {
    const { takeIn, discard, reasons } = start(on, ({ key, version }) => {
      if (key === 'twice' && version > 1) throw refuse('owner-unknown', 'Who?');
    });
    await takeIn([fact('missing', 1), fact('missing', 3)]);
    await expect(discard('missing')).rejects.toThrow('has not come');
    await takeIn(factsOf(['twice'], 3));
    const outcomes = await Promise.allSettled([discard('twice'), discard('twice')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await reasons('twice')).toEqual({ 3: 'behind-parked' });
  });

  it('names the reason anew where a replay comes further and fails there', async () => {
    let wrong: readonly number[] = [2, 4];
    const { takeIn, reasons, replay } = start(on, ({ key, version }) => {
      if (key === 'further' && wrong.includes(version)) throw refuse('owner-unknown', 'Who?');
    });
    await takeIn(factsOf(['further'], 5));
    wrong = [4];
    expect(await replay('further')).toBe(false);
    await expectEffects('further', [1, 2, 3]);
    expect(await reasons('further')).toEqual({ 4: 'owner-unknown', 5: 'behind-parked' });
  });

  it('sets aside what its contract cannot read', async () => {
    const { takeIn, reasons } = start(on);
    const unreadable = [{ body: '{"accountId":17}' }, { body: 'no json' }];
    const batch: EventRow[] = unreadable.flatMap((changes, index) => [
      fact(`malformed-${index}`, 1),
      fact(`malformed-${index}`, 2, changes),
    ]);
    await takeIn([...batch, ...factsOf(['well-formed'], 3)]);
    for (const index of unreadable.keys())
      expect(await reasons(`malformed-${index}`)).toEqual({ 2: 'malformed-event' });
    await expectEffects('well-formed', [1, 2, 3]);
  });

  it('gives each event one effect where two of a group take the same batches at once', async () => {
    const keys = keysOf(20, 'zombie');
    const [one, other] = [start(on), start(on)];
    const batches = [factsOf(keys, 2), factsOf(keys, 4), factsOf(keys, 6)];
    for (const batch of batches) await Promise.all([one.takeIn(batch), other.takeIn(batch)]);
    for (const key of keys) await expectEffects(key, [1, 2, 3, 4, 5, 6]);
  });

  it('takes no message before the one that is being set aside by another of the group', async () => {
    const failing: Meddle = ({ key, version }) => {
      if (key === 'torn' && version === 2) throw refuse('owner-unknown', 'Who?');
    };
    const [one, other] = [start(on, failing), start(on, failing)];
    await Promise.all([one.takeIn(factsOf(['torn'], 4)), other.takeIn(factsOf(['torn'], 5))]);
    await expectEffects('torn', [1]);
    expect(await one.reasons('torn')).toMatchObject({ 2: 'owner-unknown', 5: 'behind-parked' });
  });

  it('loses nothing that arrives while a replay frees the stream', async () => {
    let isKnown = false;
    const meddle: Meddle = ({ key, version }) => {
      if (key === 'busy' && version === 2 && !isKnown) throw refuse('owner-unknown', 'Who?');
    };
    const { takeIn, replay } = start(on, meddle);
    await takeIn(factsOf(['busy'], 40));
    isKnown = true;
    const arriving = async () => {
      for (let version = 41; version <= 60; version += 1) await takeIn([fact('busy', version)]);
    };
    await Promise.all([replay('busy'), arriving()]);
    await replay('busy');
    await expectEffects(
      'busy',
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
  });
});

describe('consumer of facts of its own service', () => {
  let on: Ground;

  beforeAll(async () => {
    on = await ground();
  });
  afterAll(() => on.end());

  /** The history of an account in which only these versions are asked for. */
  const historyOf = (key: string, { last, asked }: { last: number; asked: readonly number[] }) =>
    factsOf([key], last).map((row) =>
      asked.includes(row.version)
        ? row
        : { ...row, wire: fact(key, 1).wire, body: fact(key, 1).body },
    );

  it('keeps nothing of what it has not asked for, and goes by what it has', async () => {
    const { takeIn, reasons, replay } = subject(on, tallyOwners(on.tallies), owner);
    const facts = historyOf('sparse', { last: 9, asked: [3, 6, 9] });
    await on.database.collections.events.insertMany(facts);
    const of = (...versions: number[]) => facts.filter(({ version }) => versions.includes(version));

    await takeIn(of(1, 2));
    expect(await on.database.collections.guards.countDocuments({ _id: /sparse/ })).toBe(0);
    await takeIn(of(3, 4));
    await takeIn(of(7, 8, 9));
    expect(await reasons('sparse')).toEqual({ 9: 'gap' });
    expect(await replay('sparse')).toBe(false);
    await takeIn(of(5));
    expect(await reasons('sparse')).toEqual({ 9: 'gap' });
    await takeIn(of(6));
    expect(await reasons('sparse')).toEqual({});
    expect((await on.ownersByTally()).sparse).toEqual(['owner-3', 'owner-6', 'owner-9']);
  });

  it('waits for what has to come before a fact that nobody has recorded', async () => {
    const { takeIn, reasons } = subject(on, tallyOwners(on.tallies), owner);
    await takeIn([fact('forged', 3), fact('forged', 4)]);
    expect(await reasons('forged')).toEqual({ 3: 'gap', 4: 'behind-parked' });
    expect((await on.ownersByTally()).forged).toBeUndefined();
  });

  it('does not wait for what it passed over before it asked for it', async () => {
    const grown = (
      asked: readonly [typeof AccountOwnerAssigned, ...EventContract[]],
    ): Consumer => ({
      ...tallyOwners(on.tallies),
      name: 'grown',
      contracts: asked,
    });
    const facts = historyOf('grown', { last: 6, asked: [2, 4, 6] });
    await on.database.collections.events.insertMany(facts.slice(0, 4));
    await subject(on, grown([AccountOwnerAssigned]), owner).takeIn(facts.slice(0, 3));

    const { takeIn, reasons } = subject(
      on,
      grown([AccountOwnerAssigned, AccountRegistered]),
      owner,
    );
    await takeIn(facts.slice(3, 4));
    expect(await reasons('grown')).toEqual({});
    // From now on it is missed.
    const later = facts.slice(4).map((row) => ({ ...row, recordedAt: new Date() }));
    await on.database.collections.events.insertMany(later);
    await takeIn(later.slice(1));
    expect(await reasons('grown')).toEqual({ 6: 'gap' });
    expect((await on.ownersByTally()).grown).toEqual(['owner-2', 'owner-4']);
  });

  it('frees a stream in which something was set aside that nobody asks for any more', async () => {
    let isKnown = false;
    const meddle: Meddle = ({ version }) => {
      if (version === 2 && !isKnown) throw refuse('owner-unknown', 'Who?');
    };
    const facts = historyOf('before', { last: 4, asked: [2, 4] });
    await on.database.collections.events.insertMany(facts);
    // As it was taken in while every fact had to come after the one before it.
    await subject(on, tallyOwners(on.tallies, meddle)).takeIn(facts);
    const { reasons, replay } = subject(on, tallyOwners(on.tallies, meddle), owner);
    expect(Object.keys(await reasons('before'))).toEqual(['2', '3', '4']);
    isKnown = true;
    expect(await replay('before')).toBe(true);
    expect((await on.ownersByTally()).before).toEqual(['owner-2', 'owner-4']);
  });
});

describe('projection that names its facts', () => {
  let on: Ground;

  beforeAll(async () => {
    on = await ground();
  });
  afterAll(() => on.end());

  const ownersOnly = (name: string) => ({ ...accountLog(name), facts: [AccountOwnerAssigned] });
  const guardOf = (name: string, key: string) =>
    on.database.collections.guards.findOne({ _id: `${name}|account.account|${key}` });

  it('folds these only, and sees all where another service writes them', async () => {
    const { takeIn, reasons } = subject(on, ownersOnly('of-another'));
    await takeIn([fact('seen', 1), fact('seen', 2), fact('seen', 4)]);
    expect(await on.versionsByRow('of-another')).toEqual({ seen: [2] });
    expect(await reasons('seen')).toEqual({ 4: 'gap' });
    await takeIn([fact('seen', 3)]);
    expect(await on.versionsByRow('of-another')).toEqual({ seen: [2, 3, 4] });
  });

  it('keeps nothing of the others where its own service writes them', async () => {
    const { takeIn, reasons } = subject(on, ownersOnly('of-ours'), owner);
    await record(on, factsOf(['ours', 'quiet'], 4));
    await takeIn([fact('quiet', 1), fact('ours', 1), fact('ours', 4)]);
    expect(await guardOf('of-ours', 'quiet')).toBeNull();
    expect(await reasons('ours')).toEqual({ 4: 'gap' });
    await takeIn([fact('ours', 2), fact('ours', 3)]);
    expect(await on.versionsByRow('of-ours')).toEqual({ ours: [2, 3, 4] });
    expect(await reasons('ours')).toEqual({});
  });
});

describe('consumer that may succeed later', () => {
  let on: Ground;

  beforeAll(async () => {
    on = await ground();
  });
  afterAll(() => on.end());

  it('is tried again, and its event has one effect', async () => {
    let tries = 0;
    const { takeIn, reasons } = subject(
      on,
      tallyOwners(on.tallies, () => {
        tries += 1;
        if (tries < 4) throw new Error('not yet');
      }),
    );
    await takeIn(factsOf(['flaky'], 2));
    expect(tries).toBe(4);
    expect((await on.ownersByTally()).flaky).toEqual(['owner-2']);
    expect(await reasons('flaky')).toEqual({});
  });

  it('is set aside after so many attempts', async () => {
    let tries = 0;
    const { takeIn, reasons } = subject(
      on,
      tallyOwners(on.tallies, ({ key }) => {
        if (key !== 'hopeless') return;
        tries += 1;
        throw new Error('never');
      }),
    );
    await takeIn(factsOf(['hopeless', 'hopeful'], 3));
    expect(tries).toBe(6);
    expect(await reasons('hopeless')).toEqual({ 2: 'attempts-exhausted', 3: 'behind-parked' });
    expect((await on.ownersByTally()).hopeful).toEqual(['owner-2', 'owner-3']);
  });

  it('has one effect though the answer to its commit was lost', async () => {
    let isLost = true;
    const lossy: typeof on.tallies = {
      ...on.tallies,
      change: async (...args) => {
        const change = await on.tallies.change(...args);
        if (isLost) {
          isLost = false;
          throw new Error('The connection broke after the commit');
        }
        return change;
      },
    };
    const { takeIn, reasons } = subject(on, tallyOwners(lossy));
    await takeIn(factsOf(['unanswered'], 3));
    expect((await on.ownersByTally()).unanswered).toEqual(['owner-2', 'owner-3']);
    expect(await reasons('unanswered')).toEqual({});
  });

  it('is given back, and not set aside, when the service stops', async () => {
    const { takeIn, reasons, stop } = subject(
      on,
      tallyOwners(on.tallies, () => {
        stop();
        throw new Error('stopping');
      }),
    );
    await expect(takeIn(factsOf(['stopped'], 2))).rejects.toThrow();
    expect(await reasons('stopped')).toEqual({});
  });

  it('says so when its change was made without its guard', async () => {
    const careless = talliesOf(on.database);
    const forgetful: typeof on.tallies = {
      ...careless,
      change: (id, decision, { guard: _, ...because }) => careless.change(id, decision, because),
    };
    const { takeIn, reasons } = subject(on, tallyOwners(forgetful));
    await takeIn(factsOf(['careless'], 2));
    expect(await reasons('careless')).toEqual({ 2: 'attempts-exhausted' });
  });
});

describe('projection', () => {
  let on: Ground;

  beforeAll(async () => {
    on = await ground();
  });
  afterAll(() => on.end());

  it('folds many streams into one row, from two of a group at once', async () => {
    const shared = accountLog('shared', () => 'all');
    const [one, other] = [subject(on, shared), subject(on, shared)];
    const [left, right] = [keysOf(10, 'left'), keysOf(10, 'right')];
    await Promise.all([one.takeIn(factsOf(left, 4)), other.takeIn(factsOf(right, 4))]);
    const { all = [] } = await on.versionsByRow('shared');
    expect([...all].sort()).toEqual([1, 2, 3, 4].flatMap((version) => Array(20).fill(version)));
  });

  it.each([
    {
      what: 'whose key cannot be told',
      fold: (name: string) =>
        accountLog(name, (event: AccountEvent & { key: string; version: number }) => {
          if (event.key === 'bad' && event.version === 2) throw new Error('no key');
          return event.key;
        }),
    },
    {
      what: 'whose row would be larger than a document may be',
      fold: (name: string) => ({
        ...accountLog(name),
        apply: (
          row: { versions: readonly number[] } | undefined,
          event: { key: string; version: number },
        ) => ({
          versions: [...(row?.versions ?? []), event.version],
          ...(event.key === 'bad' && event.version >= 2 && { ballast: 'x'.repeat(17_000_000) }),
        }),
      }),
    },
    {
      what: 'that its fold changes in place',
      fold: (name: string) => ({
        ...accountLog(name),
        apply: (
          row: { versions: number[] } | undefined,
          event: { key: string; version: number },
        ) => {
          if (row && event.key === 'bad' && event.version === 2) {
            row.versions = [];
            return row;
          }
          return { versions: [...(row?.versions ?? []), event.version] };
        },
      }),
    },
  ])('sets aside the one event $what, and its batch goes on', async ({ what, fold }) => {
    const name = what.replaceAll(' ', '-');
    const { takeIn, reasons } = subject(on, fold(name));
    const good = keysOf(30, 'good');
    await takeIn(factsOf([...good.slice(0, 15), 'bad', ...good.slice(15)], 3));
    expect(await reasons('bad')).toEqual({ 2: 'attempts-exhausted', 3: 'behind-parked' });
    expect(await on.versionsByRow(name)).toEqual({
      ...Object.fromEntries(good.map((key) => [key, [1, 2, 3]])),
      bad: [1],
    });
  });

  it.each([
    { when: 'from the batch before', batches: [[1], [2, 3]] },
    { when: 'that this batch has just made', batches: [[1, 2, 3]] },
  ])('finds out a fold that changes a row in place $when', async ({ when, batches }) => {
    const name = when.replaceAll(' ', '-');
    const careless = {
      ...accountLog(name),
      apply: (row: { versions: number[] } | undefined, event: { version: number }) => {
        if (row) row.versions = [...row.versions, event.version];
        return row ?? { versions: [event.version] };
      },
    };
    const { takeIn, reasons } = subject(on, careless);
    for (const versions of batches)
      await takeIn(versions.map((version) => fact('careless', version)));
    expect(await reasons('careless')).toEqual({ 2: 'attempts-exhausted', 3: 'behind-parked' });
    expect(await on.versionsByRow(name)).toEqual({ careless: [1] });
  });
});
