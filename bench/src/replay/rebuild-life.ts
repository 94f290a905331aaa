import { connectKafka, rebuildReadModel } from '@steward/bus';
import { openDatabase } from '@steward/persistence';
import { logger, span } from '@steward/telemetry';
import { measured, report } from '../harness/contender.ts';
import { holdingsOf } from '../project/holdings.ts';
import { orders } from '../project/life.ts';
import { factsPerTicket } from '../world/ticket-facts.ts';
import { brokers, mongodbUrl } from '../world/world.ts';

/** The read model built anew by what `stewardctl` does it with, from its start until it would serve. */
const { NAMESPACE = '', TOPIC_PREFIX = '' } = process.env;
const database = await openDatabase({ url: mongodbUrl(), name: `${NAMESPACE}-account` });
await database.prepare();

report(
  await measured(async () => {
    const { outcome } = await rebuildReadModel(holdingsOf(database), {
      kafka: connectKafka({ brokers: brokers(), clientId: 'bench' }),
      service: 'account',
      groupPrefix: NAMESPACE,
      topicPrefix: TOPIC_PREFIX,
      database,
      log: logger('account'),
      span,
      signal: new AbortController().signal,
    });
    if (outcome !== 'serves') throw new Error(`The read model was not rebuilt: ${outcome}`);
    return { units: orders().tickets * factsPerTicket };
  }),
);
await database.close();
