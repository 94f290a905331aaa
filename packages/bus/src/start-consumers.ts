import type { NounContract } from '@steward/contracts';
import { type Database, viewCollectionName } from '@steward/persistence';
import type { Kafka } from 'kafkajs-mended';
import type { AnyProjection, Consumer } from './declare.ts';
import { deliver } from './deliver.ts';
import type { ParkedRow } from './parked.ts';
import { type Log, type ProcessingContext, type Span, withoutSpan } from './processing.ts';
import { project } from './project.ts';
import { drainStream, replayStream } from './replay.ts';
import { type Queued, type RunningConsumer, runConsumer } from './run-consumer.ts';

export interface ConsumersOptions {
  readonly kafka: Kafka;
  readonly service: string;
  /** Groups are called `<groupPrefix>.<service>.<entry>`. */
  readonly groupPrefix: string;
  readonly topicPrefix?: string;
  readonly database: Database;
  readonly consumers: readonly Consumer[];
  readonly projections: readonly AnyProjection[];
  readonly log: Log;
  readonly span?: Span;
  readonly onFatal: (error: unknown) => void;
}

export interface RunningConsumers {
  /** Messages that each group has still to take in, as last seen. */
  lag(): Readonly<Record<string, number>>;
  parked(): Promise<number>;
  /** Takes up a stream that was set aside; answers whether it is free again. */
  replay(guardId: string): Promise<boolean>;
  stop(): Promise<void>;
}

const topicsOf = (entry: Consumer | AnyProjection): string[] =>
  'kind' in entry ? [entry.contract.topic] : entry.nouns.map(({ topic }: NounContract) => topic);

const prepare = async (
  { database, projections }: ConsumersOptions,
  parked: ProcessingContext['parked'],
) => {
  await parked.createIndex({ guardId: 1, version: 1 });
  for (const { name, indexes = [] } of projections) {
    const view = database.collection(viewCollectionName(name));
    await view.createIndex({ _id: 1 });
    for (const fields of indexes)
      await view.createIndex(
        Object.fromEntries([...fields.map((field) => [field, 1]), ['_id', 1]]),
      );
  }
};

/** What cannot be read has no stream to wait in: it is kept under its place in the topic. */
const unreadableRow = (consumer: string, queued: Queued, detail: string): ParkedRow => {
  const { topic, partition, message } = queued;
  const place = `${consumer}|${topic}|${partition}@${message.offset}`;
  return {
    _id: place,
    guardId: place,
    consumer,
    reason: 'malformed-event',
    detail,
    parkedAt: new Date(),
    version: 0,
    message: {
      id: '',
      wire: '',
      topic,
      key: message.key?.toString() ?? '',
      version: 0,
      at: '',
      correlationId: '',
      body: message.value?.toString() ?? '',
    },
  };
};

/** Runs everything that a service listens to, each entry as a consumer group of its own. */
export const startConsumers = async (options: ConsumersOptions): Promise<RunningConsumers> => {
  const { kafka, service, database, log, span = withoutSpan, onFatal } = options;
  const parked = database.collection<ParkedRow>('parked');
  const stopping = new AbortController();
  const context: ProcessingContext = { database, parked, log, span, signal: stopping.signal };
  await prepare(options, parked);

  const entries = [...options.consumers, ...options.projections].map((entry) => {
    const name = `${service}.${entry.name}`;
    const process = 'kind' in entry ? deliver(entry, name, context) : project(entry, name, context);
    return { name, topics: topicsOf(entry), process };
  });

  const start = ({ name, topics, process }: (typeof entries)[number]): Promise<RunningConsumer> =>
    runConsumer({
      kafka,
      groupId: `${options.groupPrefix}.${name}`,
      topics,
      topicPrefix: options.topicPrefix ?? '',
      process,
      drain: (guardId) => drainStream(guardId, process, context),
      setAsideUnreadable: async (queued, why) => {
        const { _id, ...row } = unreadableRow(name, queued, why);
        await parked.updateOne({ _id }, { $setOnInsert: row }, { upsert: true });
        log('warn', 'A message that is no event was set aside', { place: _id, why });
      },
      log,
      signal: stopping.signal,
      onFatal,
    });
  const running = await Promise.all(entries.map(start));

  return {
    lag: () => Object.fromEntries(running.map(({ groupId, lag }) => [groupId, lag()])),
    parked: () => parked.estimatedDocumentCount(),
    replay: async (guardId) => {
      const entry = entries.find(({ name }) => guardId.startsWith(`${name}|`));
      if (!entry) throw new Error(`${guardId} is not a stream of a consumer of ${service}`);
      return replayStream(guardId, entry.process, context);
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(running.map((consumer) => consumer.stop()));
    },
  };
};
