import type { ClientSession, MongoClient } from 'mongodb';
import { mongo } from 'mongoose';
import { committer } from './committer.ts';
import { type Replicas, startReplicas } from './fixtures/replicas.ts';
import type { EventRow, StateRow } from './rows.ts';
import type { CommitUnit } from './write-units.ts';

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

  const unit = (id: string, version = 1): CommitUnit => {
    const { database } = replicas.all[0];
    const event = { _id: `${id}@${version}`, topic: 'test.counter', key: id, version };
    return {
      states: [
        {
          collection: database.collection<StateRow>('counter') as never,
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
});
