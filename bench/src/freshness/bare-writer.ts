import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { serve } from '../harness/contender.ts';
import { brokers, mongodbUrl } from '../world/world.ts';
import { registerServer } from '../write/register-server.ts';

/** Insert, then send, then answer: what is killed between them is lost. */
const { NAMESPACE = '', TOPIC_PREFIX = '' } = process.env;
const client = await new MongoClient(mongodbUrl()).connect();
const accounts = client
  .db(`${NAMESPACE}-bare`)
  .collection<{ _id: string; version: number }>('accounts');
const producer = new Kafka({ brokers: brokers(), logLevel: logLevel.NOTHING }).producer({
  createPartitioner: Partitioners.DefaultPartitioner,
});
await producer.connect();
const topic = `${TOPIC_PREFIX}account.account`;

serve(
  registerServer(async (_id, registration) => {
    await accounts.insertOne({ _id, version: 1, ...registration });
    const value = JSON.stringify({ accountId: _id, ...registration });
    await producer.send({ topic, acks: -1, messages: [{ key: _id, value }] });
  }),
);
