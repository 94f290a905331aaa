import { GuardMoved } from '@steward/persistence';
import type { ClientSession } from 'mongodb';
import type { ParkedRow } from './parked.ts';
import { type ProcessingContext, transact, untilUnmoved } from './processing.ts';
import { headOf, isWaiting, type Streaming } from './replay.ts';

/** Who gave an event up, and why. */
export interface DiscardedBy {
  readonly by: string;
  readonly reason: string;
}

/** An event that was given up, whole, with what it had been set aside for. It is kept for good. */
export interface DiscardedRow extends ParkedRow {
  readonly discardedAt: Date;
  readonly discardedBy: string;
  readonly discardReason: string;
}

export interface Discarded {
  readonly row: DiscardedRow;
  /** How many messages waited behind it in its stream. */
  readonly waiting: number;
}

/** A message that is no event has no stream and no guard: there is nothing to move past it. */
const unreadableOf = (
  { parked }: ProcessingContext,
  guardId: string,
  session: ClientSession,
): Promise<ParkedRow | null> => parked.findOne({ _id: guardId, version: 0 }, { session });

const nextOf = async (
  context: Streaming,
  guardId: string,
  session: ClientSession,
): Promise<ParkedRow> => {
  const found = await headOf(context, guardId, session);
  if (!found?.head) throw new Error(`Nothing is set aside in ${guardId}`);
  const { guard, head } = found;
  if (!head.isNext)
    throw new Error(
      `What follows version ${guard.version} of ${guardId} has not come: what is missing cannot be discarded`,
    );
  if (isWaiting(head.row))
    throw new Error(`${guardId} only waits (${head.row.reason}): replay it instead`);
  const moved = await context.database.collections.guards.updateOne(
    { _id: guardId, version: guard.version },
    { $set: { version: head.row.version } },
    { session },
  );
  if (moved.matchedCount === 0) throw new GuardMoved(guardId);
  return head.row;
};

/**
 * Moves the guard past the first event of a stream, which cannot succeed, and keeps the event among what
 * was discarded: one transaction, so that it is either set aside still or kept there.
 */
export const discardHead = (
  guardId: string,
  { by, reason }: DiscardedBy,
  context: Streaming,
): Promise<Discarded> =>
  untilUnmoved(() =>
    transact(context, async (session) => {
      const parked =
        (await unreadableOf(context, guardId, session)) ??
        (await nextOf(context, guardId, session));
      const row: DiscardedRow = {
        ...parked,
        discardedAt: new Date(),
        discardedBy: by,
        discardReason: reason,
      };
      await context.database
        .collection<DiscardedRow>('discarded')
        .replaceOne({ _id: row._id }, row, { upsert: true, session });
      await context.parked.deleteOne({ _id: row._id }, { session });
      const waiting = await context.parked.countDocuments({ guardId }, { session });
      return { row, waiting };
    }),
  );
