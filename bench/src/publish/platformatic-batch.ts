import { ProduceAcks, Producer, stringSerializers } from '@platformatic/kafka';
import { brokers } from '../world/world.ts';
import { measureCallers } from './callers.ts';
import { messageOf, topicOfEvents } from './events.ts';

const producer = new Producer({
  clientId: 'bench',
  bootstrapBrokers: brokers(),
  serializers: stringSerializers,
  idempotent: true,
});
const topic = topicOfEvents();
await measureCallers({
  callers: 1,
  perCall: 100,
  send: (rows) =>
    producer.send({
      acks: ProduceAcks.ALL,
      messages: rows.map((row) => ({ topic, ...messageOf(row) })),
    }),
});
await producer.close();
