import { GuardMoved, isOutage } from '@steward/persistence';
import type { ClientSession } from 'mongodb';
import type { AnyProjection, Occurrence, Projection } from './declare.ts';
import { loadRows, type Row, saveRows } from './fold-rows.ts';
import type { Received } from './message.ts';
import { type Parking, park } from './parked.ts';
import { patiently } from './patiently.ts';
import {
  type Process,
  type ProcessingContext,
  reasonOf,
  transact,
  untilUnmoved,
  waitingBehind,
} from './processing.ts';
import { readEvent } from './read-event.ts';
import type { ComeTo, StreamOrder } from './stream-order.ts';
import { streamStep } from './stream-step.ts';
import { guardIdOf, Streams } from './streams.ts';

type AnyEvent = { type: string; data: unknown };
type Fold = Projection<Row, AnyEvent>;
type Why = Pick<Parking, 'reason' | 'detail'>;

/** Where one generation of a read model is kept: its rows, and whose guards it has. */
export interface ReadModelPlace {
  readonly consumer: string;
  readonly collection: string;
  readonly order: StreamOrder;
}

/** A message made ready to be folded; what is wrong with it counts only once it is its turn. */
interface Prepared {
  readonly received: Received;
  readonly guardId: string;
  readonly event?: AnyEvent & Occurrence;
  /** Of the row; absent where the event does not matter. */
  readonly key?: string | undefined;
  readonly fault?: Why;
}

/** One batch on its way into the read model. */
interface Folding {
  readonly fold: Fold;
  readonly consumer: string;
  readonly streams: Streams;
  readonly rows: Map<string, Row | undefined>;
  readonly parkings: Parking[];
}

const isFolded = ({ facts }: Fold, { wire }: Received): boolean =>
  !facts || facts.some((fact) => fact.wire === wire);

const prepare = (fold: Fold, consumer: string, received: Received): Prepared => {
  const shared = { received, guardId: guardIdOf(consumer, received) };
  if (!isFolded(fold, received)) return shared;
  const readout = readEvent(received);
  if (!readout.ok)
    return { ...shared, fault: { reason: 'malformed-event', detail: readout.detail } };
  const event = { ...received, type: readout.type, data: readout.data };
  try {
    return { ...shared, event, key: fold.keyOf(event) };
  } catch (error) {
    return { ...shared, fault: reasonOf(error) };
  }
};

const setAside = (
  { consumer, streams, parkings }: Folding,
  { received, guardId }: Prepared,
  why: Why,
) => {
  streams.parked(guardId, received.version);
  parkings.push({ guardId, consumer, received, ...why });
};

const apply = (folding: Folding, prepared: Prepared): void => {
  const { fold, streams, rows } = folding;
  const { received, guardId, event, key, fault } = prepared;
  if (fault) {
    setAside(folding, prepared, fault);
    return;
  }
  try {
    if (event && key !== undefined) {
      const row = fold.apply(rows.get(key), event);
      rows.set(key, row && Object.freeze(row));
    }
    streams.applied(guardId, received.version);
  } catch (error) {
    setAside(folding, prepared, reasonOf(error));
  }
};

const takeIn = (folding: Folding, prepared: Prepared, beforeOf: ComeTo): void => {
  const { guardId, received } = prepared;
  const step = streamStep(folding.streams.of(guardId), received.version, beforeOf(received));
  if (step === 'apply') apply(folding, prepared);
  else if (step !== 'duplicate') setAside(folding, prepared, waitingBehind[step]);
};

/**
 * Folds batches into a read model: one read of the guards, one of the rows, one write of each, one commit.
 * Rows that several streams share are safe too, because they are read and written in one snapshot.
 */
export const project = (
  projection: AnyProjection,
  { consumer, collection, order }: ReadModelPlace,
  context: ProcessingContext,
): Process => {
  const fold = projection as unknown as Fold;
  const view = context.database.collection<Row>(collection);
  const { guards } = context.database.collections;

  const foldBatch = async (
    batch: readonly Prepared[],
    isReplay: boolean,
    session: ClientSession,
  ): Promise<Folding> => {
    const streams = new Streams(guards, isReplay);
    await streams.load(
      batch.map(({ guardId }) => guardId),
      session,
    );
    const beforeOf = await order.befores(
      batch.map(({ received }) => received),
      (place) => streams.savedVersion(guardIdOf(consumer, place)),
      session,
    );
    const keys = batch.flatMap(({ key }) => (key === undefined ? [] : [key]));
    const before = await loadRows(view, keys, session);
    const folding = { fold, consumer, streams, rows: new Map(before), parkings: [] };
    for (const prepared of batch) takeIn(folding, prepared, beforeOf);
    await saveRows(view, before, folding.rows, session);
    await streams.save(session);
    await park(context.parked, folding.parkings, { isReplay, session });
    return folding;
  };

  const foldTogether = (batch: readonly Prepared[], isReplay: boolean): Promise<Folding> =>
    untilUnmoved(() => transact(context, (session) => foldBatch(batch, isReplay, session)));

  /** The one event that cannot be written is tried a few times more, and then set aside. */
  const foldAlone = async (prepared: Prepared, isReplay: boolean): Promise<Folding> => {
    try {
      return await patiently(() => foldTogether([prepared], isReplay), context);
    } catch (error) {
      if (context.signal.aborted || error instanceof GuardMoved) throw error;
      return foldTogether([{ ...prepared, fault: reasonOf(error) }], isReplay);
    }
  };

  /** What cannot be written together is written in halves, down to the one event that is to blame. */
  const foldAll = async (batch: readonly Prepared[], isReplay: boolean): Promise<Folding[]> => {
    try {
      return [await foldTogether(batch, isReplay)];
    } catch (error) {
      if (context.signal.aborted || isOutage(error) || error instanceof GuardMoved) throw error;
      const [only, ...others] = batch;
      if (only && others.length === 0) return [await foldAlone(only, isReplay)];
      const middle = batch.length >> 1;
      const before = await foldAll(batch.slice(0, middle), isReplay);
      return [...before, ...(await foldAll(batch.slice(middle), isReplay))];
    }
  };

  return async (batch, { isReplay } = { isReplay: false }) => {
    const wanted = isReplay ? batch : batch.filter(order.isWanted);
    if (wanted.length === 0) return [];
    const prepared = wanted.map((received) => prepare(fold, consumer, received));
    const committed = foldAll(prepared, isReplay);
    // Each event's span lasts as long as the commit that it shares with the others of the batch.
    const spans = wanted.map((received) =>
      context.span(`project ${projection.name}`, received, () => committed, { kind: 'consumer' }),
    );
    await Promise.all(spans);
    const foldings = await committed;
    for (const { guardId, reason, detail } of foldings.flatMap(({ parkings }) => parkings))
      context.log('warn', 'An event was set aside', { consumer, guardId, reason, detail });
    return [...new Set(foldings.flatMap(({ streams }) => streams.setAside()))];
  };
};
