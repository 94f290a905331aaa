import { randomUUID } from 'node:crypto';
import { connectKafka } from '@steward/bus';
import type { Stack } from '@steward/local';
import { MongoClient } from 'mongodb';
import { type Setting, stackGround } from '../harness/index.ts';

const clearDatabases = async ({ mongodbUrl }: Stack, worlds: string): Promise<void> => {
  const client = await new MongoClient(mongodbUrl).connect();
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  for (const { name } of databases)
    if (name.startsWith(worlds)) await client.db(name).dropDatabase();
  await client.close();
};

const clearTopics = async ({ kafkaBrokers }: Stack, worlds: string): Promise<void> => {
  const admin = connectKafka({ brokers: kafkaBrokers, clientId: 'bench' }).admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(worlds));
  if (topics.length > 0) await admin.deleteTopics({ topics });
  await admin.disconnect();
};

/** The real servers, with worlds on them that are cleared away at the end. */
export const worldGround = async (setting: Setting) => {
  const ground = await stackGround(setting);
  const worlds = `bench-${randomUUID().slice(0, 8)}`;
  return {
    ...ground,
    worlds,
    environment: { ...ground.environment, BENCH_WORLDS: worlds },
    close: async () => {
      await clearDatabases(ground.stack, worlds);
      await clearTopics(ground.stack, worlds);
      await ground.close();
    },
  };
};
