import { type GuardRow, reach } from '@steward/persistence';
import type { ClientSession } from 'mongodb';
import type { Intake } from './entries.ts';
import { type ParkedRow, receivedOf } from './parked.ts';
import { type ProcessingContext, transact, waitingBehind } from './processing.ts';
import type { StreamOrder } from './stream-order.ts';

/** The first message of a stream that is set aside and has not had its effect. */
interface Head {
  readonly row: ParkedRow;
  /** Whether nothing is missing before it. */
  readonly isNext: boolean;
}

export interface Streaming extends ProcessingContext {
  readonly order: StreamOrder;
}

const entriesMax = 200;

const waitingReasons: readonly string[] = Object.values(waitingBehind).map(({ reason }) => reason);

/** Nothing is wrong with the message itself: it was set aside for the sake of another. */
export const isWaiting = ({ reason }: Pick<ParkedRow, 'reason'>): boolean =>
  waitingReasons.includes(reason);

export const headOf = async (
  { parked, database, order }: Streaming,
  guardId: string,
  session?: ClientSession,
): Promise<{ guard: GuardRow; head: Head | undefined } | undefined> => {
  const inSession = session ? { session } : {};
  const guard = await database.collections.guards.findOne({ _id: guardId }, inSession);
  if (!guard) return undefined;
  const [row] = await parked
    .find({ guardId, version: { $gt: guard.version } }, inSession)
    .sort({ version: 1 })
    .limit(1)
    .toArray();
  if (!row) return { guard, head: undefined };
  const beforeOf = await order.befores([row.message], () => guard.version, session);
  return { guard, head: { row, isNext: beforeOf(row.message) <= guard.version } };
};

/** Drops what has taken effect from what is set aside, and frees the stream when nothing is left. */
const settle = (context: Streaming, guardId: string): Promise<Head | undefined> =>
  transact(context, async (session) => {
    const found = await headOf(context, guardId, session);
    if (found?.guard.parkedFrom === undefined) return undefined;
    const { guard, head } = found;
    await context.parked.deleteMany({ guardId, version: { $lte: guard.version } }, { session });
    const update = head
      ? { $set: { parkedFrom: head.row.version } }
      : { $unset: { parkedFrom: 1, parkedCount: 1 } };
    await context.database.collections.guards.updateOne({ _id: guardId }, update as never, {
      session,
    });
    return head;
  });

/**
 * Takes up a stream that was set aside, in order, until it is through or fails again. What arrives
 * meanwhile goes on waiting behind it, so nothing overtakes. Answers whether the stream is free.
 */
export const replayStream = async (
  guardId: string,
  { process, order }: Intake,
  context: ProcessingContext,
): Promise<boolean> => {
  const streaming = { ...context, order };
  let head = await settle(streaming, guardId);
  while (head?.isNext) {
    const entries = await context.parked
      .find({ guardId, version: { $gte: head.row.version } })
      .sort({ version: 1 })
      .limit(entriesMax)
      .toArray();
    await process(entries.map(receivedOf), { isReplay: true });
    reach('during-replay');
    const next = await settle(streaming, guardId);
    const isWhereItWas = next?.row.version === head.row.version;
    const hasFailed = next !== undefined && !isWaiting(next.row);
    head = next;
    if (isWhereItWas || hasFailed) return false;
  }
  return head === undefined;
};

/**
 * Takes up a stream whose gap has been filled. One that could not succeed is left to whoever replays it:
 * nothing has changed that would let it succeed now.
 */
export const drainStream = async (
  guardId: string,
  intake: Intake,
  context: ProcessingContext,
): Promise<void> => {
  const head = (await headOf({ ...context, order: intake.order }, guardId))?.head;
  const canGoOn = head === undefined || (head.isNext && isWaiting(head.row));
  if (canGoOn) await replayStream(guardId, intake, context);
};
