import { rm } from 'node:fs/promises';
import { type Admin, Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { stackFolder } from './folders.ts';
import {
  resetStack,
  type Stack,
  serverAddresses,
  signalServer,
  stackStatus,
  startServer,
  startStack,
  stepDown,
  stopServer,
} from './index.ts';
import { primaryOf } from './replica-set.ts';
import { until } from './until.ts';

const name = `own-members-${process.pid}`;
const patience = { everyMs: 50, deadlineMs: 20_000 };
let stack: Stack;

const mongodbPorts = () => serverAddresses(name).mongodb.map(({ port }) => port);

/** The primary's number, once there is one. */
const primaryNumber = (): Promise<number> =>
  until(async () => {
    const port = await primaryOf(mongodbPorts());
    const primary = serverAddresses(name).mongodb.find((member) => member.port === port);
    if (primary === undefined) throw new Error('There is no primary');
    return primary.member;
  }, patience);

const withNotes = async <Result>(
  work: (notes: ReturnType<ReturnType<MongoClient['db']>['collection']>) => Promise<Result>,
): Promise<Result> => {
  const client = new MongoClient(stack.mongodbUrl);
  try {
    return await work(client.db('notes').collection('notes'));
  } finally {
    await client.close();
  }
};

const withKafka = async <Result>(work: (kafka: Kafka, admin: Admin) => Promise<Result>) => {
  const kafka = new Kafka({
    brokers: [...stack.kafkaBrokers],
    logLevel: logLevel.NOTHING,
    // kafkajs would ask for a leader that is away again and again, and one answer is all that is wanted.
    retry: { retries: 1 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    return await work(kafka, admin);
  } finally {
    await admin.disconnect();
  }
};

/** Who leads the partitions of a topic; nobody where Kafka answers that one of them has no leader. */
const leaders = (topic: string): Promise<number[]> =>
  withKafka(async (_, admin) => {
    try {
      const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
      return (topics[0]?.partitions ?? []).map(({ leader }) => leader);
    } catch (error) {
      if (error instanceof Error && /There is no leader/.test(error.message)) return [];
      throw error;
    }
  });

const comesTo = <Value>(ask: () => Promise<Value>, wanted: Value): Promise<void> =>
  until(async () => expect(await ask()).toEqual(wanted), patience);

describe('a stack of several members', () => {
  beforeAll(async () => {
    stack = await startStack({ name, mongodbMembers: 3, kafkaBrokers: 2 });
  });

  afterAll(async () => {
    await resetStack(name);
    await rm(stackFolder(name), { recursive: true });
  });

  it('names all of them, and stays as it was made', async () => {
    const urls = stack.mongodbUrl.match(/:\d+/g);
    expect(urls).toEqual(mongodbPorts().map((port) => `:${port}`));
    expect(stack.kafkaBrokers).toHaveLength(2);
    expect(stackStatus(name).servers.map(({ title, state }) => `${title}: ${state}`)).toEqual([
      'Redis: running',
      'Apache Kafka (1 of 2): running',
      'Apache Kafka (2 of 2): running',
      'MongoDB (1 of 3): running',
      'MongoDB (2 of 3): running',
      'MongoDB (3 of 3): running',
    ]);
    expect(await startStack({ name })).toMatchObject({
      mongodbUrl: stack.mongodbUrl,
      kafkaBrokers: stack.kafkaBrokers,
      startedHere: false,
    });
    await expect(startStack({ name, mongodbMembers: 1 })).rejects.toThrow(
      /was made with 3 of mongodb, not 1/,
    );
  });

  it('elects another primary when one is killed, and the killed one joins again', async () => {
    const killed = await primaryNumber();
    await signalServer(name, 'mongodb', 'SIGKILL', killed);
    await withNotes((notes) =>
      notes.insertOne({ text: 'meanwhile' }, { writeConcern: { w: 'majority' } }),
    );
    expect(await primaryNumber()).not.toBe(killed);
    await startServer(name, 'mongodb', killed);
    await withNotes((notes) => notes.insertOne({ text: 'all' }, { writeConcern: { w: 3 } }));
  });

  it('has another primary when the primary steps down', async () => {
    const before = await primaryNumber();
    const { member, pid } = await stepDown(name);
    expect(member).not.toBe(before);
    expect(member).toBe(await primaryNumber());
    expect(pid).toBeGreaterThan(0);
  });

  it('halts a member and lets it go on', async () => {
    const before = await primaryNumber();
    await signalServer(name, 'mongodb', 'SIGSTOP', before);
    expect(await primaryNumber()).not.toBe(before);
    await signalServer(name, 'mongodb', 'SIGCONT', before);
    await withNotes((notes) => notes.insertOne({ text: 'all' }, { writeConcern: { w: 3 } }));
    await expect(signalServer(name, 'mongodb', 'SIGCONT', 4)).rejects.toThrow(/number 4/);
  });

  it('has no leader for a topic whose broker is away, and the rest goes on', async () => {
    await withKafka((_, admin) =>
      admin.createTopics({
        topics: [
          { topic: 'here', replicaAssignment: [{ partition: 0, replicas: [1] }] },
          { topic: 'there', replicaAssignment: [{ partition: 0, replicas: [2] }] },
        ],
      }),
    );
    expect(await leaders('__consumer_offsets')).toEqual(Array.from({ length: 8 }, () => 1));
    await comesTo(() => leaders('there'), [2]);
    await stopServer(name, 'kafka', 'SIGKILL', 2);
    await comesTo(() => leaders('there'), []);
    expect(await leaders('here')).toEqual([1]);
    await withKafka(async (kafka) => {
      const producer = kafka.producer();
      await producer.connect();
      await producer.send({ topic: 'here', messages: [{ value: 'on' }] });
      await producer.disconnect();
    });
    await startServer(name, 'kafka', 2);
    await comesTo(() => leaders('there'), [2]);
  });
});
