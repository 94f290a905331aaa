import { createServer } from 'node:http';
import { Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { serve } from '../harness/contender.ts';
import { brokers, mongodbUrl } from '../world/world.ts';
import { freshCollection } from './fresh-view.ts';

/** Each message an update of the read model, as the guide of kafkajs has it. */
const { NAMESPACE = '', TOPIC_PREFIX = '' } = process.env;
const client = await new MongoClient(mongodbUrl()).connect();
const view = client.db(`${NAMESPACE}-data-service`).collection<{ _id: string }>(freshCollection);
const consumer = new Kafka({ brokers: brokers(), logLevel: logLevel.NOTHING }).consumer({
  groupId: `${NAMESPACE}.bare`,
});
await consumer.connect();
await consumer.subscribe({ topics: [`${TOPIC_PREFIX}account.account`], fromBeginning: true });
await consumer.run({
  partitionsConsumedConcurrently: 8,
  eachMessage: async ({ message: { value } }) => {
    const { accountId, name } = JSON.parse(String(value));
    await view.updateOne({ _id: accountId }, { $set: { name } }, { upsert: true });
  },
});
serve(createServer());
