import { measureCallers } from './callers.ts';
import { messageOf, topicOfEvents } from './events.ts';
import { stockProducer } from './stock-kafkajs.ts';

const producer = await stockProducer();
await measureCallers({
  callers: 64,
  perCall: 1,
  send: (rows) =>
    producer.send({ topic: topicOfEvents(), acks: -1, messages: rows.map(messageOf) }),
});
await producer.disconnect();
