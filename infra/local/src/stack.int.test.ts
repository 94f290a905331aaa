import { rm } from 'node:fs/promises';
import { Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { stackFolder } from './folders.ts';
import { resetStack, stackStatus, startStack, stopServer, stopStack } from './index.ts';
import { processWithId } from './running-process.ts';

const name = `own-test-${process.pid}`;

const pids = (): number[] => stackStatus(name).servers.flatMap(({ pid }) => pid ?? []);
const states = () =>
  Object.fromEntries(stackStatus(name).servers.map((server) => [server.name, server.state]));

const withNotes = async <Result>(
  url: string,
  work: (notes: ReturnType<ReturnType<MongoClient['db']>['collection']>) => Promise<Result>,
): Promise<Result> => {
  const client = new MongoClient(url);
  try {
    return await work(client.db('notes').collection('notes'));
  } finally {
    await client.close();
  }
};

const withAdmin = async <Result>(
  brokers: readonly string[],
  work: (admin: ReturnType<Kafka['admin']>) => Promise<Result>,
): Promise<Result> => {
  const admin = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING }).admin();
  try {
    await admin.connect();
    return await work(admin);
  } finally {
    await admin.disconnect();
  }
};

describe('the local stack', () => {
  afterAll(async () => {
    await resetStack(name);
    await rm(stackFolder(name), { recursive: true });
  });

  it('comes up once, however often and by how many it is asked for', async () => {
    const [one, other] = await Promise.all([startStack({ name }), startStack({ name })]);
    expect([one.startedHere, other.startedHere].sort()).toEqual([false, true]);
    const before = pids();
    expect(before).toHaveLength(3);
    await startStack({ name });
    expect(pids()).toEqual(before);
  });

  it('reports a server that was killed, with the end of its log, and brings it back with its data', async () => {
    const { mongodbUrl } = await startStack({ name });
    await withNotes(mongodbUrl, (notes) => notes.insertOne({ text: 'kept' }));
    const mongodb = stackStatus(name).servers.find((server) => server.name === 'mongodb');
    process.kill(mongodb?.pid ?? 0, 'SIGKILL');

    expect(await died('mongodb')).toMatch(/MongoDB on .* has died; the end of its log[\s\S]*"ctx"/);
    const lines: string[] = [];
    const again = await startStack({ name, onProgress: (line) => lines.push(line) });

    expect(lines.join('\n')).toMatch(/MongoDB .* has died/);
    expect(again.mongodbUrl).toBe(mongodbUrl);
    const kept = await withNotes(mongodbUrl, (notes) => notes.countDocuments({ text: 'kept' }));
    expect(kept).toBe(1);
  });

  it('starts one server again while the others go on', async () => {
    await startStack({ name });
    await stopServer(name, 'kafka', 'SIGKILL');
    expect(states()).toEqual({ kafka: 'stopped', mongodb: 'running', redis: 'running' });
    await startStack({ name });
    expect(states()).toEqual({ kafka: 'running', mongodb: 'running', redis: 'running' });
  });

  it('keeps its data and its cluster when its ports change, and leaves no process when it goes down', async () => {
    const first = await startStack({ name });
    await withNotes(first.mongodbUrl, (notes) => notes.insertOne({ text: 'moved' }));
    const cluster = await withAdmin(first.kafkaBrokers, async (admin) => {
      await admin.createTopics({ topics: [{ topic: 'moved', numPartitions: 3 }] });
      return admin.describeCluster();
    });
    const before = pids();
    await stopStack(name);
    expect(before.map(processWithId)).toEqual([undefined, undefined, undefined]);

    const second = await startStack({ name });
    expect(second.mongodbUrl).not.toBe(first.mongodbUrl);
    expect(second.kafkaBrokers).not.toEqual(first.kafkaBrokers);
    const moved = await withNotes(second.mongodbUrl, (notes) =>
      notes.countDocuments({ text: 'moved' }),
    );
    expect(moved).toBe(1);
    await withAdmin(second.kafkaBrokers, async (admin) => {
      expect(await admin.listTopics()).toContain('moved');
      expect((await admin.describeCluster()).clusterId).toBe(cluster.clusterId);
    });
  });

  it('is used as it is where the environment names it', async () => {
    process.env.REDIS_URL = 'redis://elsewhere:6379';
    try {
      expect((await startStack({ name })).redisUrl).toBe('redis://elsewhere:6379');
      expect(states()).toMatchObject({ redis: 'elsewhere' });
    } finally {
      delete process.env.REDIS_URL;
    }
  });
});

/** The report on a server, as soon as its death is noticed: the system takes a moment to end a process. */
const died = async (server: string): Promise<string> => {
  const deadline = performance.now() + 5_000;
  for (;;) {
    const { report } = stackStatus(name).servers.find((one) => one.name === server) ?? {};
    if (report !== undefined) return report;
    if (performance.now() > deadline) throw new Error(`${server} is still alive`);
    await new Promise(setImmediate);
  }
};
