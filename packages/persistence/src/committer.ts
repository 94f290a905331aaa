import type { MongoClient } from 'mongodb';
import { Batcher } from './batcher.ts';
import { reach } from './moment.ts';
import { isOutage } from './outage.ts';
import {
  type CommitterCollections,
  type CommitUnit,
  Conflict,
  type ConflictKind,
  writeUnits,
} from './write-units.ts';

export type Outcome = 'committed' | ConflictKind;

/** What became of a unit; an error where that is not known, or where it can never be written. */
type Verdict = Outcome | { readonly error: unknown };

/** What is known of the attempts to write a group: the driver repeats them without a word. */
interface Attempts {
  hasReachedCommit: boolean;
  mayBeCommitted: boolean;
}

export interface Committer {
  /** Units that no transaction has been begun for yet. */
  readonly waiting: number;
  add(unit: CommitUnit): Promise<Outcome>;
}

/**
 * Group commit: units that arrive while transactions are under way share the next one, and with it the
 * journal's sync. A group that cannot be written is parted in halves, down to the unit that is to blame, so
 * that nobody pays for the conflict of another.
 */
export const committer = (client: MongoClient, collections: CommitterCollections): Committer => {
  /** Writes units and commits; an attempt whose commit was not answered may have been one too many. */
  const transact = (units: readonly CommitUnit[], attempts: Attempts) =>
    client.withSession((session) =>
      session.withTransaction(
        async () => {
          attempts.mayBeCommitted ||= attempts.hasReachedCommit;
          await writeUnits(collections, units, session);
          attempts.hasReachedCommit = true;
          reach('before-commit');
        },
        { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } },
      ),
    );

  /**
   * After a lost answer the same unit may be there already: its own events tell. Linearizable, because an
   * answer that a new primary could take back would be worse than none; it costs up to a tenth of a second.
   */
  const isCommitted = async ({ events: [first] }: CommitUnit) =>
    first !== undefined &&
    (await collections.events.findOne(
      { _id: first._id },
      { projection: { _id: 1 }, readConcern: { level: 'linearizable' } },
    )) !== null;

  const verdictOf = async (
    unit: CommitUnit,
    failure: unknown,
    { mayBeCommitted }: Attempts,
  ): Promise<Verdict> => {
    if (!(failure instanceof Conflict)) return { error: failure };
    try {
      return mayBeCommitted && (await isCommitted(unit)) ? 'committed' : failure.kind;
    } catch (error) {
      return { error };
    }
  };

  const commit = async (
    units: readonly CommitUnit[],
    attempts: Attempts = { hasReachedCommit: false, mayBeCommitted: false },
  ): Promise<readonly Verdict[]> => {
    try {
      await transact(units, attempts);
      reach('after-commit');
      return units.map(() => 'committed');
    } catch (error) {
      if (isOutage(error)) return units.map(() => ({ error }));
      if (units.length === 1)
        return Promise.all(units.map((unit) => verdictOf(unit, error, attempts)));
      const middle = units.length >> 1;
      const { mayBeCommitted } = attempts;
      const half = (part: readonly CommitUnit[]) =>
        commit(part, { hasReachedCommit: false, mayBeCommitted });
      const before = await half(units.slice(0, middle));
      return [...before, ...(await half(units.slice(middle)))];
    }
  };

  const batcher = new Batcher<CommitUnit, Verdict>({
    itemsMax: 128,
    inFlightMax: 2,
    // A transaction costs the server about as much for one unit as for ten.
    besideMin: 16,
    flush: (units) => commit(units),
  });

  return {
    get waiting() {
      return batcher.waiting;
    },
    add: async (unit) => {
      const verdict = await batcher.add(unit);
      if (typeof verdict === 'object') throw verdict.error;
      return verdict;
    },
  };
};
