import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { connectKafka, ensureTopics } from '@steward/bus';
import { accountNoun } from '@steward/contracts';
import { issueToken } from '@steward/local';
import { MongoClient } from 'mongodb';
import { type Child, isQuick, measured, report } from '../harness/index.ts';
import { startPart } from '../world/start-part.ts';
import { brokers, mongodbUrl, newWorld } from '../world/world.ts';
import { freshCollection } from './fresh-view.ts';
import { sendAtPace } from './open-loop.ts';

/** Starts a writer and a reader, posts to the one and watches the read model of the other. */
const { BENCH_WRITER = '', BENCH_READER = '', STEWARD_STACK = '' } = process.env;
const world = newWorld();
const readyWithinMs = 60_000;
const arrivalMsMax = 30_000;
const warmUpSeconds = 3;
const seconds = isQuick ? 15 : 60;
const perSecond = 200;

const kafka = connectKafka({ brokers: brokers(), clientId: 'bench' });
await ensureTopics(kafka, [accountNoun], {
  partitions: 8,
  replicationFactor: 1,
  topicPrefix: world.TOPIC_PREFIX,
});

const start = async (program: string): Promise<{ child: Child; port: number }> => {
  const nodeOptions = JSON.parse(process.env.BENCH_PART_OPTIONS ?? '[]');
  const environment = { ...world };
  const child = startPart({ program: new URL(program), cpu: 'any', environment, nodeOptions });
  const { port } = (await child.answer(readyWithinMs)) as { port: number };
  return { child, port };
};
const reader = await start(BENCH_READER);
const writer = await start(BENCH_WRITER);

const client = await new MongoClient(mongodbUrl()).connect();
const view = client
  .db(`${world.NAMESPACE}-data-service`)
  .collection<{ _id: string }>(freshCollection);
await view.createIndex({ _id: 1 });

/** A moment of intention by the id of the account; gone once the account is visible. */
const intended = new Map<string, number>();
let latenciesMs: number[] = [];
const visible = view.watch([
  { $match: { operationType: { $in: ['insert', 'replace', 'update'] } } },
]);
visible.on('change', (change) => {
  if (!('documentKey' in change)) return;
  const id = String(change.documentKey._id);
  const atMs = intended.get(id);
  if (atMs === undefined) return;
  latenciesMs.push(performance.now() - atMs);
  intended.delete(id);
});

const token = await issueToken(STEWARD_STACK, { subject: 'ada', roles: ['account-owner'] });
const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };

const postAndSee = async (loopSeconds: number): Promise<void> => {
  const ids = Array.from({ length: perSecond * loopSeconds }, () => randomUUID());
  await sendAtPace({
    url: `http://127.0.0.1:${writer.port}/v1/accounts`,
    headers,
    perSecond,
    seconds: loopSeconds,
    bodyOf: (turn) => ({
      accountId: ids[turn],
      name: 'Kestrel Rail',
      industry: 'energy',
      isDemonstration: true,
      ownerId: 'ada',
    }),
    intend: (turn, atMs) => intended.set(ids[turn] ?? '', atMs),
  });
  const deadline = performance.now() + arrivalMsMax;
  while (intended.size > 0) {
    if (performance.now() > deadline) throw new Error(`${intended.size} never became visible`);
    await sleep(5);
  }
};

await postAndSee(warmUpSeconds);
latenciesMs = [];
const sample = await measured(async () => {
  await postAndSee(seconds);
  return { units: latenciesMs.length, latenciesMs };
});
await visible.close();
await client.close();
await writer.child.end();
await reader.child.end();
// The harness ends whoever has reported, so this comes last.
report(sample);
