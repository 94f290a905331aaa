import { eventByWire, type TicketEvent } from '@steward/contracts';
import { Kafka, type KafkaMessage, logLevel } from 'kafkajs';
import { createConnection, Schema } from 'mongoose';
import { updateOf } from '../project/holdings.ts';
import { liveBy, orders } from '../project/life.ts';
import { partitions, ticketTopic } from '../world/load-ticket-facts.ts';
import { brokers, mongodbUrl } from '../world/world.ts';

/** A batch of kafkajs, one bulk write by mongoose: the fastest of what is commonly written. */
const { NAMESPACE = '', TOPIC_PREFIX = '' } = process.env;
const connection = await createConnection(mongodbUrl(), {
  dbName: `${NAMESPACE}-plain`,
}).asPromise();
const text = String;
const Holdings = connection.model(
  'Holding',
  new Schema(
    { _id: text, accountId: text, kind: text, id: text, title: text, status: text, since: text },
    { versionKey: false, id: false },
  ).index({ accountId: 1, kind: 1, status: 1, _id: 1 }),
  'view.customer-holdings',
);
await Holdings.createCollection();
await Holdings.createIndexes();
const view = connection.getClient().db(`${NAMESPACE}-plain`).collection('view.customer-holdings');
const { live, take } = liveBy(orders(), view as never);

const eventOf = ({ value, headers }: KafkaMessage): TicketEvent =>
  ({
    type: eventByWire(String(headers?.ce_type))?.type,
    data: JSON.parse(String(value)),
  }) as TicketEvent;

const operationsOf = (messages: readonly KafkaMessage[]) =>
  messages.flatMap((message) => {
    const event = eventOf(message);
    take(event.data.ticketId, event.type === 'TicketClosed');
    const change = updateOf(event);
    return change ? [{ updateOne: change }] : [];
  });

const consumer = new Kafka({ brokers: brokers(), logLevel: logLevel.NOTHING }).consumer({
  groupId: NAMESPACE,
});
const living = live();
await consumer.connect();
await consumer.subscribe({ topics: [ticketTopic(TOPIC_PREFIX)], fromBeginning: true });
await consumer.run({
  partitionsConsumedConcurrently: partitions,
  eachBatch: async ({ batch }) => {
    const operations = operationsOf(batch.messages);
    if (operations.length > 0) await Holdings.bulkWrite(operations);
  },
});
await living;
await consumer.disconnect();
await connection.close();
