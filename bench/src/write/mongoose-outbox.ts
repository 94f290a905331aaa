import { setTimeout as sleep } from 'node:timers/promises';
import { Kafka, logLevel, Partitioners } from 'kafkajs';
import { createConnection, Schema } from 'mongoose';
import { serve } from '../harness/contender.ts';
import { brokers, mongodbUrl, newWorld } from '../world/world.ts';
import { type Registration, registerServer } from './register-server.ts';

/** The transactional outbox as it is taught: a transaction a request, and a publisher that polls. */
const connection = await createConnection(mongodbUrl(), {
  dbName: `${newWorld().NAMESPACE}-outbox`,
  maxPoolSize: 64,
}).asPromise();
const text = String;
const accountFields = { _id: text, version: Number, name: text, industry: text, ownerId: text };
const Account = connection.model('Account', new Schema(accountFields));
const Outbox = connection.model('Outbox', new Schema({ key: text, body: text }));
await Promise.all([Account.createCollection(), Outbox.createCollection()]);

const register = async (accountId: string, registration: Registration) => {
  const written = { _id: accountId, version: 1, ...registration };
  const body = JSON.stringify({ type: 'AccountRegistered', accountId, ...registration });
  await connection.transaction(
    async (session) => {
      await Account.create([written], { session });
      await Outbox.create([{ key: accountId, body }], { session });
    },
    { writeConcern: { w: 'majority' } },
  );
};

const producer = new Kafka({ brokers: brokers(), logLevel: logLevel.NOTHING }).producer({
  idempotent: true,
  createPartitioner: Partitioners.DefaultPartitioner,
});
await producer.connect();

const topic = `${process.env.TOPIC_PREFIX}account.account`;
const pollMs = 100;
const rowsMax = 1_000;

const publishNext = async (): Promise<number> => {
  const rows = await Outbox.find().sort({ _id: 1 }).limit(rowsMax).lean();
  if (rows.length === 0) return 0;
  const messages = rows.map(({ key, body }) => ({ key: key ?? null, value: body ?? null }));
  await producer.send({ topic, acks: -1, messages });
  await Outbox.deleteMany({ _id: { $in: rows.map(({ _id }) => _id) } });
  return rows.length;
};

const publishForEver = async () => {
  for (;;) if ((await publishNext()) === 0) await sleep(pollMs);
};

void publishForEver();
serve(registerServer(register));
