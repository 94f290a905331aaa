import type { NounContract } from '@steward/contracts';
import type { Aggregate } from '@steward/domain';
import type { Collection, Document, MongoClient } from 'mongodb';
import { type Connection, createConnection, Schema } from 'mongoose';
import type { Because, Change } from './because.ts';
import { boundsFor } from './bounds.ts';
import { changeTogether, type Step } from './change.ts';
import { committer } from './committer.ts';
import { Doorbell } from './doorbell.ts';
import type { AnyEvent } from './event-rows.ts';
import { Overloaded } from './failures.ts';
import { type Generations, generations } from './generations.ts';
import { type LaneCollections, type LaneRow, layLanes, type RelayRow } from './lanes.ts';
import { mendDriver } from './mended-driver.ts';
import { positions } from './position.ts';
import { type Relay, type RelayOptions, startRelay } from './relay.ts';
import type { EventRow, GuardRow, ReceiptRow, StateRow } from './rows.ts';
import { type Store, store } from './store.ts';
import { Turns } from './turns.ts';
import { type View, view } from './view.ts';

export interface DatabaseOptions {
  readonly url: string;
  /** One database for each service; nobody else reads or writes it. */
  readonly name: string;
  readonly now?: () => Date;
  /** Events that may wait for the broker before further changes are put off. */
  readonly pendingMax?: number;
}

export interface DatabaseCollections extends LaneCollections {
  readonly events: Collection<EventRow>;
  readonly receipts: Collection<ReceiptRow>;
  readonly guards: Collection<GuardRow>;
}

/** All that one service keeps. */
export interface Database {
  readonly name: string;
  readonly client: MongoClient;
  readonly collections: DatabaseCollections;
  collection<Row extends Document>(name: string): Collection<Row>;
  /** The aggregates of one noun; `indexes` name fields of the state that lists filter by. */
  store<State, Event extends AnyEvent>(
    noun: NounContract,
    aggregate: Aggregate<State, Event>,
    indexes?: readonly string[],
  ): Store<State, Event>;
  /** Which generation of each read model serves. */
  readonly generations: Generations;
  /** A read model by its name, to read from: always the generation that serves. */
  view<Row extends object>(name: string): View<Row>;
  /** Commits several decisions as one, with the first naming the answer. */
  changeTogether(steps: readonly Step[], because: Because): Promise<Change>;
  /** Makes the collections and indexes that were asked for; call it before the first change. */
  prepare(): Promise<void>;
  startRelay(options: Pick<RelayOptions, 'publish' | 'onError'>): Relay;
  ping(): Promise<void>;
  close(): Promise<void>;
}

const receiptDays = 7;

/** Mongoose makes the indexes; the hot paths use the driver's collections beneath it. */
const indexed = (connection: Connection, name: string, indexes: readonly Index[]) => {
  // Nothing is made before `prepare`: whoever only looks leaves no empty database behind.
  const schema = new Schema(
    {},
    { strict: false, versionKey: false, autoIndex: false, autoCreate: false },
  );
  for (const { fields, options } of indexes) schema.index(fields, options);
  return connection.model(name, schema, name);
};

interface Index {
  readonly fields: Record<string, 1 | -1>;
  readonly options?: Record<string, unknown>;
}

const platformIndexes: Record<string, readonly Index[]> = {
  events: [
    { fields: { topic: 1, key: 1, version: 1 }, options: { unique: true } },
    // `pending` leads, although every entry has it: a query that does not name the first field misses the index.
    {
      fields: { pending: 1, lane: 1, position: 1 },
      options: { partialFilterExpression: { pending: true } },
    },
  ],
  receipts: [{ fields: { at: 1 }, options: { expireAfterSeconds: receiptDays * 86_400 } }],
  guards: [],
  lanes: [],
  relays: [],
};

const connect = (url: string, name: string): Promise<Connection> => {
  mendDriver();
  const options = { ...boundsFor(url), dbName: name, ignoreUndefined: true };
  return createConnection(url, options).asPromise();
};

/** Opens the database of one service. */
export const openDatabase = async (options: DatabaseOptions): Promise<Database> => {
  const { url, name, now = () => new Date(), pendingMax = 100_000 } = options;
  const connection = await connect(url, name);
  const client = connection.getClient() as unknown as MongoClient;
  const db = client.db(name);
  const models = Object.entries(platformIndexes).map(([collection, indexes]) =>
    indexed(connection, collection, indexes),
  );
  const collections: DatabaseCollections = {
    events: db.collection<EventRow>('events'),
    receipts: db.collection<ReceiptRow>('receipts'),
    guards: db.collection<GuardRow>('guards'),
    lanes: db.collection<LaneRow>('lanes'),
    relays: db.collection<RelayRow>('relays'),
  };
  const doorbell = new Doorbell();
  const nextPosition = positions(now);
  const readModels = generations(db);
  let relay: Relay | undefined;

  const change = changeTogether({
    turns: new Turns(),
    committer: committer(client, collections),
    receipts: collections.receipts,
    now,
    ring: () => doorbell.ring(),
    admit: () => {
      if ((relay?.backlog().pending ?? 0) > pendingMax)
        throw new Overloaded('Too many events wait to be published', 5);
    },
  });

  return {
    name,
    client,
    collections,
    collection: (collectionName) => db.collection(collectionName),
    store: <State, Event extends AnyEvent>(
      noun: NounContract,
      aggregate: Aggregate<State, Event>,
      indexes: readonly string[] = [],
    ) => {
      const fields = indexes.map((field) => ({
        fields: { [`state.${field}`]: 1, _id: 1 } as const,
      }));
      models.push(indexed(connection, noun.name, fields));
      const collection = db.collection<StateRow<State>>(noun.name);
      const context = { events: collections.events, now, nextPosition, changeTogether: change };
      return store({ noun, aggregate, collection }, context);
    },
    generations: readModels,
    view: (viewName) => view(db, viewName, readModels),
    changeTogether: change,
    prepare: async () => {
      for (const model of models) {
        await model.createCollection();
        await model.createIndexes();
      }
      await layLanes(collections);
      await readModels.refresh();
    },
    startRelay: (relayOptions) => {
      relay = startRelay({ ...relayOptions, ...collections, doorbell });
      return relay;
    },
    ping: async () => {
      await db.command({ ping: 1 });
    },
    close: () => connection.close(),
  };
};
