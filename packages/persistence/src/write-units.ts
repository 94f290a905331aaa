import type { ClientSession, Collection } from 'mongodb';
import { mongo } from 'mongoose';
import type { GuardStep } from './because.ts';
import type { EventRow, GuardRow, ReceiptRow, StateRow } from './rows.ts';
import { writeTogether } from './write-together.ts';

export interface StateWrite {
  readonly collection: Collection<StateRow>;
  /** The version that was decided on; 0 for an aggregate that is new. */
  readonly from: number;
  readonly row: StateRow;
}

/** Another body for an event that was written before. */
export interface Rewrite {
  readonly _id: string;
  readonly body: string;
}

/** Everything that one decision brings about: all of it is written, or none. */
export interface CommitUnit {
  readonly states: readonly StateWrite[];
  readonly events: readonly EventRow[];
  readonly rewrites?: readonly Rewrite[];
  readonly receipt?: ReceiptRow;
  readonly guard?: GuardStep;
}

export interface CommitterCollections {
  readonly events: Collection<EventRow>;
  readonly receipts: Collection<ReceiptRow>;
  readonly guards: Collection<GuardRow>;
}

export type ConflictKind = 'lost-race' | 'receipt-exists' | 'guard-moved';

/** Ends a transaction whose reason to exist is gone. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly kind: ConflictKind;

  constructor(kind: ConflictKind) {
    super(kind);
    this.kind = kind;
  }
}

const duplicateKey = 11000;

/** A key that is taken already means that somebody else was first. */
const firstOr = async (kind: ConflictKind, write: () => Promise<unknown>) => {
  try {
    await write();
  } catch (error) {
    if (error instanceof mongo.MongoServerError && error.code === duplicateKey)
      throw new Conflict(kind);
    throw error;
  }
};

const stateOperation = ({ from, row }: StateWrite) =>
  from === 0
    ? { insertOne: { document: row } }
    : { replaceOne: { filter: { _id: row._id, version: from }, replacement: row } };

const guardOperation = ({ guardId, from, to }: GuardStep) => ({
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
      const written = await writeTogether(collection, writes.map(stateOperation), session);
      if (written.insertedCount + written.matchedCount !== writes.length)
        throw new Conflict('lost-race');
    });
  }
};

/** Nothing but the body: whether a row is still to be published, and when, is for the relay to say. */
const rewriteOperation = ({ _id, body }: Rewrite) => ({
  updateOne: { filter: { _id }, update: { $set: { body } } },
});

const present = <Value>(value: Value | undefined): value is Value => value !== undefined;

/** Moves guards on; the upsert of one that stands elsewhere fails on its key, which says the same. */
const writeGuards = async (
  guards: Collection<GuardRow>,
  steps: readonly GuardStep[],
  session: ClientSession,
) => {
  const written = await writeTogether(guards, steps.map(guardOperation), session);
  if (written.matchedCount + written.upsertedCount !== steps.length)
    throw new Conflict('guard-moved');
};

/** Writes all units inside one transaction; throws a `Conflict` where another writer was first. */
export const writeUnits = async (
  { events, receipts, guards }: CommitterCollections,
  units: readonly CommitUnit[],
  session: ClientSession,
): Promise<void> => {
  await writeStates(units, session);
  const eventRows = units.flatMap((unit) => unit.events);
  if (eventRows.length > 0)
    await firstOr('lost-race', () => events.insertMany(eventRows, { session }));
  const rewrites = units.flatMap((unit) => unit.rewrites ?? []);
  if (rewrites.length > 0) await writeTogether(events, rewrites.map(rewriteOperation), session);
  const receiptRows = units.map(({ receipt }) => receipt).filter(present);
  if (receiptRows.length > 0)
    await firstOr('receipt-exists', () => receipts.insertMany(receiptRows, { session }));
  const steps = units.map(({ guard }) => guard).filter(present);
  if (steps.length > 0) await firstOr('guard-moved', () => writeGuards(guards, steps, session));
};
