import { connectKafka, kafkaPublisher } from '@steward/bus';
import { Batcher, type EventRow } from '@steward/persistence';
import { brokers } from '../world/world.ts';
import { measureCallers } from './callers.ts';

/** Our publisher takes many rows at once, as the relay has them; one at a time they travel by the batcher of commits. */
const { TOPIC_PREFIX = '' } = process.env;
const publisher = kafkaPublisher(connectKafka({ brokers: brokers(), clientId: 'bench' }), {
  topicPrefix: TOPIC_PREFIX,
});
const batcher = new Batcher<EventRow, boolean>({
  itemsMax: 1_000,
  inFlightMax: 1,
  flush: async (rows) => {
    await publisher.publish(rows);
    return rows.map(() => true);
  },
});

await measureCallers({
  callers: 64,
  perCall: 1,
  send: async ([row]) => row && batcher.add(row),
});
await publisher.disconnect();
