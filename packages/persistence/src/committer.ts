import type { ClientSession, Collection, MongoClient } from 'mongodb';
import { mongo } from 'mongoose';
import { Batcher } from './batcher.ts';
import type { GuardStep } from './because.ts';
import type { EventRow, GuardRow, ReceiptRow, StateRow } from './rows.ts';

export interface StateWrite {
  readonly collection: Collection<StateRow>;
  /** The version that was decided on; 0 for an aggregate that is new. */
  readonly from: number;
  readonly row: StateRow;
}

/** Everything that one decision brings about: all of it is written, or none. */
export interface CommitUnit {
  readonly states: readonly StateWrite[];
  readonly events: readonly EventRow[];
  readonly receipt?: ReceiptRow;
  readonly guard?: GuardStep;
}

export type Outcome = 'committed' | 'lost-race' | 'receipt-exists' | 'guard-moved';

export interface CommitterCollections {
  readonly events: Collection<EventRow>;
  readonly receipts: Collection<ReceiptRow>;
  readonly guards: Collection<GuardRow>;
}

/** Ends a transaction whose reason to exist is gone; never leaves this file. */
class Conflict extends Error {
  readonly outcome: Exclude<Outcome, 'committed'>;

  constructor(outcome: Exclude<Outcome, 'committed'>) {
    super(outcome);
    this.outcome = outcome;
  }
}

const duplicateKey = 11000;

/** A key that is taken already means that somebody else was first. */
const firstOr = async (outcome: Conflict['outcome'], write: () => Promise<unknown>) => {
  try {
    await write();
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === duplicateKey)
      throw new Conflict(outcome);
    throw error;
  }
};

const stateOperation = ({ from, row }: StateWrite) =>
  from === 0
    ? { insertOne: { document: row } }
    : { replaceOne: { filter: { _id: row._id, version: from }, replacement: row } };

export const guardOperation = ({ guardId, from, to }: GuardStep) => ({
  updateOne: {
    filter: { _id: guardId, version: from },
    update: { $set: { version: to } },
    upsert: from === 0,
  },
});

const byCollection = (writes: readonly StateWrite[]) =>
  Map.groupBy(writes, ({ collection }) => collection);

const writeStates = async (units: readonly CommitUnit[], session: ClientSession) => {
  for (const [collection, writes] of byCollection(units.flatMap(({ states }) => states))) {
    await firstOr('lost-race', async () => {
      // Unordered, because the driver then sends one insert and one update instead of alternating.
      const written = await collection.bulkWrite(writes.map(stateOperation), {
        session,
        ordered: false,
      });
      if (written.insertedCount + written.matchedCount !== writes.length)
        throw new Conflict('lost-race');
    });
  }
};

const present = <Value>(value: Value | undefined): value is Value => value !== undefined;

/** Moves guards on inside a transaction; says so when one is no longer where it was. */
export const writeGuards = async (
  guards: Collection<GuardRow>,
  steps: readonly GuardStep[],
  session: ClientSession,
): Promise<boolean> => {
  const written = await guards.bulkWrite(steps.map(guardOperation), { session, ordered: false });
  return written.matchedCount + written.upsertedCount === steps.length;
};

const writeAll = async (
  { events, receipts, guards }: CommitterCollections,
  units: readonly CommitUnit[],
  session: ClientSession,
) => {
  await writeStates(units, session);
  const eventRows = units.flatMap((unit) => unit.events);
  if (eventRows.length > 0)
    await firstOr('lost-race', () => events.insertMany(eventRows, { session, ordered: false }));
  const receiptRows = units.map(({ receipt }) => receipt).filter(present);
  if (receiptRows.length > 0)
    await firstOr('receipt-exists', () => receipts.insertMany(receiptRows, { session }));
  const steps = units.map(({ guard }) => guard).filter(present);
  if (steps.length > 0)
    await firstOr('guard-moved', async () => {
      if (!(await writeGuards(guards, steps, session))) throw new Conflict('guard-moved');
    });
};

/**
 * Group commit: units that arrive while transactions are under way share the next one, and with it the
 * journal's sync. A group that meets a conflict is taken apart, so that only the unit that lost is told so.
 */
export const committer = (client: MongoClient, collections: CommitterCollections) => {
  const transact = (units: readonly CommitUnit[]) =>
    client.withSession((session) =>
      session.withTransaction(() => writeAll(collections, units, session), {
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority' },
      }),
    );

  /** After a lost answer the same unit may be there already: its own events tell. */
  const isCommitted = async ({ events: [first] }: CommitUnit) =>
    first !== undefined && (await collections.events.countDocuments({ _id: first._id })) > 0;

  const commitAlone = async (unit: CommitUnit): Promise<Outcome> => {
    try {
      await transact([unit]);
      return 'committed';
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return (await isCommitted(unit)) ? 'committed' : error.outcome;
    }
  };

  const commitTogether = async (units: readonly CommitUnit[]): Promise<Outcome[]> => {
    try {
      await transact(units);
      return units.map(() => 'committed');
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return Promise.all(units.map(commitAlone));
    }
  };

  return new Batcher<CommitUnit, Outcome>({
    itemsMax: 128,
    inFlightMax: 2,
    flush: (units) =>
      units.length === 1 ? Promise.all(units.map(commitAlone)) : commitTogether(units),
  });
};
export type Committer = ReturnType<typeof committer>;
