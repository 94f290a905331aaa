import { measureCallers } from './callers.ts';
import { messageOf, topicOfEvents } from './events.ts';
import { stockProducer } from './stock-kafkajs.ts';

const producer = await stockProducer();
await measureCallers({
  callers: 1,
  perCall: 100,
  send: (rows) =>
    producer.sendBatch({
      acks: -1,
      topicMessages: [{ topic: topicOfEvents(), messages: rows.map(messageOf) }],
    }),
});
await producer.disconnect();
