import type { GuardRow } from '@steward/persistence';
import { receivedOf } from './parked.ts';
import { type Process, type ProcessingContext, transact } from './processing.ts';

const entriesMax = 200;

/** Drops what has taken effect from what is set aside, and frees the stream when nothing is left. */
const settle = async (context: ProcessingContext, guardId: string): Promise<GuardRow | null> => {
  const { guards } = context.database.collections;
  return transact(context, async (session) => {
    const guard = await guards.findOne({ _id: guardId }, { session });
    if (!guard) return null;
    const { parked } = context;
    await parked.deleteMany({ guardId, version: { $lte: guard.version } }, { session });
    const [next] = await parked
      .find({ guardId }, { session })
      .sort({ version: 1 })
      .limit(1)
      .toArray();
    const update = next
      ? { $set: { parkedFrom: next.version } }
      : { $unset: { parkedFrom: 1, parkedCount: 1 } };
    await guards.updateOne({ _id: guardId }, update as never, { session });
    return {
      ...guard,
      ...(next ? { parkedFrom: next.version } : { parkedFrom: undefined }),
    } as GuardRow;
  });
};

/**
 * Takes up a stream that was set aside, in order, until it is through or fails again. What arrives
 * meanwhile goes on waiting behind it, so nothing overtakes. Answers whether the stream is free.
 */
export const replayStream = async (
  guardId: string,
  process: Process,
  context: ProcessingContext,
): Promise<boolean> => {
  for (;;) {
    const before = await settle(context, guardId);
    if (before?.parkedFrom === undefined) return true;
    if (before.parkedFrom !== before.version + 1) return false;
    const entries = await context.parked
      .find({ guardId })
      .sort({ version: 1 })
      .limit(entriesMax)
      .toArray();
    await process(entries.map(receivedOf), { isReplay: true });
    const after = await settle(context, guardId);
    if (after?.version === before.version) return false;
  }
};
