import type { ClientSession, MongoClient } from 'mongodb';
import { mongo } from 'mongoose';
import { committer } from './committer.ts';
import { type Replicas, startReplicas } from './fixtures/replicas.ts';
import type { EventRow } from './rows.ts';
import type { CommitUnit, StateWrite } from './write-units.ts';

/** A client whose first commit happens, and is answered with an error after which the driver tries anew. */
const losingFirstAnswer = (client: MongoClient): MongoClient => {
  let isLost = false;
  const loseAnswer = (session: ClientSession) => {
    const commit = session.commitTransaction.bind(session);
    session.commitTransaction = async () => {
      await commit();
      if (isLost) return;
      isLost = true;
      const error = new mongo.MongoServerError({ message: 'The primary is gone' });
      error.addErrorLabel('TransientTransactionError');
      throw error;
    };
    return session;
  };
  const withSession = (run: (session: ClientSession) => Promise<unknown>) =>
    client.withSession((session) => run(loseAnswer(session)));
  return { withSession } as unknown as MongoClient;
};

describe('committer', () => {
  let replicas: Replicas;

  beforeAll(async () => {
    replicas = await startReplicas();
  });
  afterAll(() => replicas.end());

  let collection: StateWrite['collection'];
  beforeAll(() => {
    collection = replicas.all[0].database.collection('counter') as never;
  });

  const unit = (id: string, version = 1): CommitUnit => {
    const event = { _id: `${id}@${version}`, topic: 'test.counter', key: id, version };
    return {
      states: [
        {
          collection,
          from: version - 1,
          row: { _id: id, version, position: version, state: {} },
        },
      ],
      events: [event as EventRow],
    };
  };

  it('knows its own writes again where the answer to their commit was lost', async () => {
    const { client, collections } = replicas.all[0].database;
    const { add } = committer(losingFirstAnswer(client), collections);
    const outcomes = await Promise.all(['a', 'b', 'c'].map((id) => add(unit(id))));
    expect(outcomes).toEqual(['committed', 'committed', 'committed']);
  });

  it('tells each unit of a group what became of it alone', async () => {
    const { client, collections } = replicas.all[0].database;
    const { add } = committer(client, collections);
    await add(unit('taken'));
    const outcomes = await Promise.all(['d', 'taken', 'e'].map((id) => add(unit(id))));
    expect(outcomes).toEqual(['committed', 'lost-race', 'committed']);
  });

  it('does so where one is new, and lost, and another replaces what is there', async () => {
    const { client, collections } = replicas.all[0].database;
    const { add } = committer(client, collections);
    await Promise.all([add(unit('given')), add(unit('kept'))]);
    const group = [unit('f'), unit('given'), unit('kept', 2)];
    expect(await Promise.all(group.map(add))).toEqual(['committed', 'lost-race', 'committed']);
  });

  it('replaces the version that was decided on and no other, though no event of it would collide', async () => {
    const { client, collections } = replicas.all[0].database;
    const { add } = committer(client, collections);
    await add(unit('stale', 1));
    await add(unit('stale', 2));
    // Two decided on version 1: the second knows nothing of what the first has written.
    const late = { ...unit('stale', 2), events: [] };
    expect(await add(late)).toBe('lost-race');
    const late3 = unit('stale', 3);
    const skipping = late3.states.map((state) => ({ ...state, from: 1 }));
    expect(await add({ ...late3, states: skipping })).toBe('lost-race');
  });
});
