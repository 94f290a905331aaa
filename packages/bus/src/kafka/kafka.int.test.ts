import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { startStack } from '@steward/local';
import { until } from '../fixtures/until.ts';
import { connectKafka } from './connect-kafka.ts';
import { type FetchedMessage, readTopic } from './fixtures/read-topic.ts';
import { type IHeaders, type Kafka, kafkajs, type Message } from './mended-kafkajs.ts';

const partitions = 4;
const base = 1_772_452_800_000;

const messageAt = (index: number): Message => ({
  key: `account-${index % 97}`,
  value:
    index % 10 === 0 ? null : JSON.stringify({ index, name: 'Größe 🚀', pad: 'x'.repeat(400) }),
  timestamp: String(base + index),
  headers: { ce_type: 'account.opened.v1', ce_id: `e-${index}`, ce_größe: ['1', `${index}`] },
});

const messagesOf = (count: number) => Array.from({ length: count }, (_, index) => messageAt(index));

const idOf = (headers: IHeaders | undefined): string => String(headers?.ce_id);

/** A message in the words of the one that was sent, or the sent one in those of what comes back. */
const plain = ({ key, value, timestamp, headers = {} }: Message | FetchedMessage) => ({
  key: String(key),
  value: value === null ? null : String(value),
  timestamp,
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value].flat().map(String)]),
  ),
});

const inOrderSent = (messages: readonly (Message | FetchedMessage)[]) =>
  messages.map(plain).sort((one, other) => Number(one.timestamp) - Number(other.timestamp));

describe('kafkajs with its fixes', () => {
  let kafka: Kafka;
  let timers: jest.SpiedFunction<typeof setTimeout>;

  const newTopic = async (): Promise<string> => {
    const topic = `seam-${randomUUID()}`;
    const admin = kafka.admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic, numPartitions: partitions }] });
    await admin.disconnect();
    return topic;
  };

  beforeAll(async () => {
    const { kafkaBrokers } = await startStack({ name: 'test' });
    // Only now: the stack waits for its broker by a kafkajs without the fixes.
    timers = jest.spyOn(globalThis, 'setTimeout');
    kafka = connectKafka({
      brokers: kafkaBrokers,
      clientId: 'seam-test',
      // A broker that just started answers first requests with errors that kafkajs retries.
      logger: () => undefined,
    });
  });

  afterAll(() => {
    timers.mockRestore();
  });

  it('sends 5 000 messages by an idempotent producer and reads back every one', async () => {
    const topic = await newTopic();
    const messages = messagesOf(5_000);
    const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
    await producer.connect();
    // Several sends, so that the broker checks the sequence from one batch to the next.
    for (let at = 0; at < messages.length; at += 500)
      await producer.send({ topic, acks: -1, messages: messages.slice(at, at + 500) });
    await producer.disconnect();

    const received = await readTopic(kafka, { topic, count: messages.length });
    expect(inOrderSent(received)).toEqual(inOrderSent(messages));
    expect(new Set(received.map(({ partition }) => partition)).size).toBe(partitions);
  });

  it('keeps messages of one key in the order in which they were sent', async () => {
    const topic = await newTopic();
    const messages = messagesOf(1_000).map((message) => ({ ...message, key: 'account-1' }));
    const producer = kafka.producer({ idempotent: true });
    await producer.connect();
    await producer.send({ topic, messages });
    await producer.disconnect();

    const received = await readTopic(kafka, { topic, count: messages.length });
    expect(received.map(({ offset }) => Number(offset))).toEqual(messages.map((_, at) => at));
    expect(received.map(({ headers }) => idOf(headers))).toEqual(
      messages.map(({ headers }) => idOf(headers)),
    );
  });

  it('shows what a transaction committed and nothing that one aborted', async () => {
    const topic = await newTopic();
    const [aborted, committed] = [messagesOf(200), messagesOf(300)];
    const producer = kafka.producer({
      idempotent: true,
      transactionalId: randomUUID(),
      maxInFlightRequests: 1,
    });
    await producer.connect();
    const failing = await producer.transaction();
    await failing.send({ topic, messages: aborted });
    await failing.abort();
    const succeeding = await producer.transaction();
    await succeeding.send({ topic, messages: committed });
    await succeeding.commit();
    await producer.disconnect();

    const received = await readTopic(kafka, { topic, count: committed.length });
    expect(inOrderSent(received)).toEqual(inOrderSent(committed));
  });

  it('reads what was compressed as what was not', async () => {
    const topic = await newTopic();
    const messages = messagesOf(600);
    const producer = kafka.producer();
    await producer.connect();
    await producer.send({
      topic,
      compression: kafkajs.CompressionTypes.GZIP,
      messages: messages.slice(0, 300),
    });
    await producer.send({ topic, messages: messages.slice(300) });
    await producer.disconnect();

    const received = await readTopic(kafka, { topic, count: messages.length });
    expect(inOrderSent(received)).toEqual(inOrderSent(messages));
  });

  it('reads times of the append from a topic that keeps those', async () => {
    const topic = `seam-${randomUUID()}`;
    const admin = kafka.admin();
    await admin.connect();
    const configEntries = [{ name: 'message.timestamp.type', value: 'LogAppendTime' }];
    await admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries }] });
    await admin.disconnect();
    const producer = kafka.producer();
    await producer.connect();
    const before = Date.now();
    await producer.send({ topic, messages: messagesOf(3) });
    await producer.disconnect();

    const received = await readTopic(kafka, { topic, count: 3 });
    for (const { timestamp } of received) expect(Number(timestamp)).toBeGreaterThanOrEqual(before);
  });

  it('carries on where a fetch was cut off in the middle of a batch', async () => {
    const topic = await newTopic();
    const messages = messagesOf(800);
    const producer = kafka.producer();
    await producer.connect();
    for (let at = 0; at < messages.length; at += 20)
      await producer.send({ topic, messages: messages.slice(at, at + 20) });
    await producer.disconnect();

    const received = await readTopic(kafka, {
      topic,
      count: messages.length,
      maxBytesPerPartition: 5_000,
    });
    expect(inOrderSent(received)).toEqual(inOrderSent(messages));
  });

  it('stays a member of its group when the clock is set back', async () => {
    const topic = await newTopic();
    const consumer = kafka.consumer({
      groupId: topic,
      heartbeatInterval: 100,
      maxWaitTimeInMs: 100,
    });
    const heard = { beats: 0 };
    consumer.on(consumer.events.HEARTBEAT, () => {
      heard.beats += 1;
    });
    const untilAnother = async () => {
      const before = heard.beats;
      await until('it is heard of again', () => heard.beats > before);
    };
    await consumer.connect();
    await consumer.subscribe({ topics: [topic] });
    const { now } = Date;
    const fast = jest.spyOn(Date, 'now').mockImplementation(() => now() + 600_000);
    try {
      await consumer.run({ eachMessage: async () => undefined });
      await untilAnother();
      fast.mockRestore();
      await untilAnother();
    } finally {
      fast.mockRestore();
      await consumer.disconnect();
    }
  }, 30_000);

  it('sets no timer in the past, which Node 24 warns of', () => {
    const delays = timers.mock.calls.map(([, delay]) => delay ?? 0);
    expect(delays.length).toBeGreaterThan(0);
    expect(delays.filter((delay) => delay < 0)).toEqual([]);
  });
});
