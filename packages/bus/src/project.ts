import { viewCollectionName } from '@steward/persistence';
import type { AnyBulkWriteOperation, ClientSession, Collection, Document } from 'mongodb';
import type { AnyProjection, Projection } from './declare.ts';
import type { Received } from './message.ts';
import { type Parking, park } from './parked.ts';
import {
  type Process,
  type ProcessingContext,
  reasonOf,
  transact,
  untilUnmoved,
  waitingBehind,
} from './processing.ts';
import { type Readout, readEvent } from './read-event.ts';
import { streamStep } from './stream-step.ts';
import { guardIdOf, Streams } from './streams.ts';

type Row = Document;
type Fold = Projection<Row, { type: string; data: unknown }>;
type Read = readonly [Received, Readout];

/** One batch on its way into the read model. */
interface Folding {
  readonly fold: Fold;
  readonly consumer: string;
  readonly streams: Streams;
  readonly rows: Map<string, Row | undefined>;
  readonly parkings: Parking[];
}

const setAside = (
  { consumer, streams, parkings }: Folding,
  received: Received,
  why: { readonly reason: string; readonly detail: string },
) => {
  const guardId = guardIdOf(consumer, received);
  streams.parked(guardId, received.version);
  parkings.push({ guardId, consumer, received, ...why });
};

const apply = (folding: Folding, [received, readout]: Read): void => {
  const { fold, consumer, streams, rows } = folding;
  if (!readout.ok) {
    setAside(folding, received, { reason: 'malformed-event', detail: readout.detail });
    return;
  }
  try {
    const event = { ...received, type: readout.type, data: readout.data };
    const key = fold.keyOf(event);
    if (key !== undefined) rows.set(key, fold.apply(rows.get(key), event));
    streams.applied(guardIdOf(consumer, received), received.version);
  } catch (error) {
    setAside(folding, received, reasonOf(error));
  }
};

const takeIn = (folding: Folding, read: Read): void => {
  const [received] = read;
  const guardId = guardIdOf(folding.consumer, received);
  const step = streamStep(folding.streams.of(guardId), received.version);
  if (step === 'apply') apply(folding, read);
  else if (step !== 'duplicate') setAside(folding, received, waitingBehind[step]);
};

const keysOf = (fold: Fold, batch: readonly Read[]): string[] =>
  batch.flatMap(([received, readout]) => {
    if (!readout.ok) return [];
    const key = fold.keyOf({ ...received, type: readout.type, data: readout.data });
    return key === undefined ? [] : [key];
  });

const loadRows = async (
  collection: Collection<Row>,
  keys: readonly string[],
  session: ClientSession,
): Promise<Map<string, Row | undefined>> => {
  const filter = { _id: { $in: [...new Set(keys)] } } as never;
  const found = await collection.find(filter, { session }).toArray();
  return new Map(found.map(({ _id, ...row }) => [String(_id), row]));
};

const rowOperation = ([_id, row]: readonly [string, Row | undefined]) =>
  row === undefined
    ? { deleteOne: { filter: { _id } } }
    : { replaceOne: { filter: { _id }, replacement: row, upsert: true } };

const saveRows = async (
  collection: Collection<Row>,
  before: ReadonlyMap<string, Row | undefined>,
  after: ReadonlyMap<string, Row | undefined>,
  session: ClientSession,
) => {
  const changed = [...after].filter(([key, row]) => row !== before.get(key)).map(rowOperation);
  if (changed.length === 0) return;
  await collection.bulkWrite(changed as AnyBulkWriteOperation<Row>[], { session, ordered: false });
};

/**
 * Folds batches into a read model: one read of the guards, one of the rows, one write of each, one commit.
 * Rows that several streams share are safe too, because they are read and written in one snapshot.
 */
export const project = (
  projection: AnyProjection,
  consumer: string,
  context: ProcessingContext,
): Process => {
  const fold = projection as unknown as Fold;
  const view = context.database.collection<Row>(viewCollectionName(projection.name));
  const { guards } = context.database.collections;

  const foldBatch = async (batch: readonly Read[], isReplay: boolean, session: ClientSession) => {
    const streams = new Streams(guards, isReplay);
    const guardIds = batch.map(([received]) => guardIdOf(consumer, received));
    await streams.load(guardIds, session);
    const before = await loadRows(view, keysOf(fold, batch), session);
    const folding = { fold, consumer, streams, rows: new Map(before), parkings: [] as Parking[] };
    for (const read of batch) takeIn(folding, read);
    await saveRows(view, before, folding.rows, session);
    await streams.save(session);
    await park(context.parked, folding.parkings, session);
    return folding;
  };

  return async (batch, { isReplay } = { isReplay: false }) => {
    const read = batch.map((received) => [received, readEvent(received)] as const);
    const committed = untilUnmoved(() =>
      transact(context, (session) => foldBatch(read, isReplay, session)),
    );
    // Each event's span lasts as long as the commit that it shares with the others of the batch.
    const spans = batch.map((received) =>
      context.span(`project ${projection.name}`, received, () => committed, { kind: 'consumer' }),
    );
    await Promise.all(spans);
    const { parkings, streams } = await committed;
    for (const { guardId, reason, detail } of parkings)
      context.log('warn', 'An event was set aside', { consumer, guardId, reason, detail });
    return streams.drainable();
  };
};
