import type { EventRow, GuardRow, StateRow } from '@steward/persistence';
import { viewCollectionName } from '@steward/persistence';
import type { ClientSession, Db, MongoClient } from 'mongodb';
import type { Parked, Receipt, ServiceFacts, ViewRows } from './facts.ts';
import type { ServiceModel } from './model.ts';

const databaseOf = (client: MongoClient, namespace: string, service: string): Db =>
  client.db(`${namespace}-${service}`);

const readView = async (database: Db, name: string): Promise<ViewRows> => {
  const rows = await database.collection(viewCollectionName(name)).find().toArray();
  return new Map(rows.map(({ _id, ...row }) => [String(_id), row]));
};

const readService = async (
  client: MongoClient,
  namespace: string,
  model: ServiceModel,
): Promise<ServiceFacts> => {
  const database = databaseOf(client, namespace, model.name);
  const all = async <Row extends object>(collection: string): Promise<Row[]> =>
    (await database.collection(collection).find().toArray()) as unknown as Row[];
  const states = model.nouns.map(
    async ({ noun }) => [noun.topic, await all<StateRow>(noun.name)] as const,
  );
  const projections = model.entries.flatMap(({ projection }) => (projection ? [projection] : []));
  const views = projections.map(
    async ({ name }) => [name, await readView(database, name)] as const,
  );
  return {
    model,
    events: await all<EventRow>('events'),
    states: new Map(await Promise.all(states)),
    receipts: await all<Receipt>('receipts'),
    guards: await all<GuardRow>('guards'),
    parked: await all<Parked>('parked'),
    views: new Map(await Promise.all(views)),
  };
};

/** Everything that the services keep. Only of use while nothing changes any more. */
export const readServices = (
  client: MongoClient,
  namespace: string,
  models: readonly ServiceModel[],
): Promise<readonly ServiceFacts[]> =>
  Promise.all(models.map((model) => readService(client, namespace, model)));

/** How far the consumers of one service are, as a majority has it. */
export const readProgress = (client: MongoClient, namespace: string, service: string) => {
  const database = databaseOf(client, namespace, service);
  // A commit for a majority, although nothing is written: a primary that is none any more cannot make it.
  const settings = { readConcern: { level: 'snapshot' }, writeConcern: { w: 'majority' } } as const;
  const read = async (session: ClientSession) => {
    const parked = await database
      .collection<Parked>('parked')
      .find({}, { session, projection: { _id: 1 } })
      .toArray();
    const guards = await database
      .collection<GuardRow>('guards')
      .find({}, { session, projection: { version: 1 } })
      .toArray();
    return {
      guards: new Map(guards.map(({ _id, version }) => [_id, version])),
      parked: new Set(parked.map(({ _id }) => _id)),
    };
  };
  return client.withSession((session) => session.withTransaction(() => read(session), settings));
};

/** Events that Kafka does not have yet, over all services. */
export const countPending = async (
  client: MongoClient,
  namespace: string,
  models: readonly ServiceModel[],
): Promise<number> => {
  const counts = models.map(({ name }) =>
    databaseOf(client, namespace, name).collection('events').countDocuments({ pending: true }),
  );
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
};
