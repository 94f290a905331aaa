import { type AnyProjection, connectKafka, type Occurrence, startConsumers } from '@steward/bus';
import type { TicketEvent } from '@steward/contracts';
import { openDatabase, viewCollectionName } from '@steward/persistence';
import { logger, span } from '@steward/telemetry';
import { brokers, mongodbUrl } from '../world/world.ts';
import { type Holding, holdingsOf } from './holdings.ts';
import { liveBy, orders } from './life.ts';

/** The read model by the platform's own consumers, as a service runs them. */
const { NAMESPACE = '', TOPIC_PREFIX = '' } = process.env;
const database = await openDatabase({ url: mongodbUrl(), name: `${NAMESPACE}-account` });
const holdings = holdingsOf(database);
await database.prepare();
const view = database.collection<Holding>(viewCollectionName(holdings.name));
const { live, take } = liveBy(orders(), view);

const counted: AnyProjection = {
  ...holdings,
  keyOf: (event: never) => {
    const { key, type } = event as Occurrence & TicketEvent;
    take(key, type === 'TicketClosed');
    return holdings.keyOf(event);
  },
};

const living = live();
const consumers = await startConsumers({
  kafka: connectKafka({ brokers: brokers(), clientId: 'bench' }),
  service: 'account',
  groupPrefix: NAMESPACE,
  topicPrefix: TOPIC_PREFIX,
  database,
  consumers: [],
  projections: [counted],
  log: logger('account'),
  span,
  onFatal: (error) => {
    throw error;
  },
});
await living;
await consumers.stop();
await database.close();
