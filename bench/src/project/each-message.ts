import { eventByWire, type TicketEvent } from '@steward/contracts';
import { Kafka, logLevel } from 'kafkajs';
import { type ClientSession, type Collection, MongoClient } from 'mongodb';
import { partitions, ticketTopic } from '../world/load-ticket-facts.ts';
import { brokers, mongodbUrl } from '../world/world.ts';
import type { Holding } from './holdings.ts';
import { liveBy, orders } from './life.ts';

/** An event as a handler of kafkajs gets it. */
export interface Arrival {
  readonly id: string;
  readonly event: TicketEvent;
}

/** Where a handler writes. */
export interface Desk {
  readonly client: MongoClient;
  readonly view: Collection<Holding>;
  readonly inbox: Collection<{ _id: string }>;
}

export type Handle = (arrival: Arrival, desk: Desk) => Promise<unknown>;

/** The consumer that the guide of kafkajs shows, on as many partitions at once as there are. */
export const consumeEachMessage = async (handle: Handle): Promise<void> => {
  const { NAMESPACE = '', TOPIC_PREFIX = '' } = process.env;
  const client = await new MongoClient(mongodbUrl()).connect();
  const db = client.db(`${NAMESPACE}-plain`);
  const view = db.collection<Holding>('view.customer-holdings');
  const desk = { client, view, inbox: db.collection<{ _id: string }>('inbox') };
  await view.createIndex({ accountId: 1, kind: 1, status: 1, _id: 1 });
  await desk.inbox.createIndex({ _id: 1 });
  const { live, take } = liveBy(orders(), view);
  const consumer = new Kafka({ brokers: brokers(), logLevel: logLevel.NOTHING }).consumer({
    groupId: NAMESPACE,
  });
  const living = live();
  await consumer.connect();
  await consumer.subscribe({ topics: [ticketTopic(TOPIC_PREFIX)], fromBeginning: true });
  await consumer.run({
    partitionsConsumedConcurrently: partitions,
    eachMessage: async ({ message: { value, headers } }) => {
      const type = eventByWire(String(headers?.ce_type))?.type;
      const event = { type, data: JSON.parse(String(value)) } as TicketEvent;
      take(event.data.ticketId, type === 'TicketClosed');
      await handle({ id: String(headers?.ce_id), event }, desk);
    },
  });
  await living;
  await consumer.disconnect();
  await client.close();
};

/** The update of one event, where it changes anything. */
export const writeUpdate = async (
  { view }: Desk,
  change: ReturnType<typeof import('./holdings.ts').updateOf>,
  session?: ClientSession,
): Promise<void> => {
  if (!change) return;
  const { filter, update, upsert } = change;
  await view.updateOne(filter, update, { upsert, ...(session && { session }) });
};
