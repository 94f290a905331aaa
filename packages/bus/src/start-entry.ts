import { type Database, viewCollectionName } from '@steward/persistence';
import type { Kafka } from 'kafkajs-mended';
import type { AnyProjection } from './declare.ts';
import { consumerNameOf, type Entry, intakeOf, isProjection, topicsOf } from './entries.ts';
import { parkedRows } from './parked.ts';
import { type Log, type ProcessingContext, type Span, withoutSpan } from './processing.ts';
import { drainStream } from './replay.ts';
import { type Pace, type RunningConsumer, runConsumer } from './run-consumer.ts';
import { unreadableRow } from './unreadable.ts';

export interface EntryOptions {
  readonly kafka: Kafka;
  readonly service: string;
  /** Groups are called `<groupPrefix>.<service>.<entry>`. */
  readonly groupPrefix: string;
  readonly topicPrefix?: string;
  readonly database: Database;
  readonly log: Log;
  readonly span?: Span;
  readonly signal: AbortSignal;
  readonly onFatal: (error: unknown) => void;
  /** Hears of every event that has had its effect how many seconds ago it was recorded. */
  readonly onTakenIn?: (entry: string, seconds: number) => void;
  readonly pace?: Pace;
}

export const groupOf = (
  { groupPrefix, service }: Pick<EntryOptions, 'groupPrefix' | 'service'>,
  entry: string,
  generation?: number,
): string => `${groupPrefix}.${consumerNameOf(service, entry, generation)}`;

/** Makes the rows of one generation quick to find. */
export const indexReadModel = async (
  database: Database,
  { name, indexes = [] }: AnyProjection,
  generation?: number,
): Promise<void> => {
  const view = database.collection(viewCollectionName(name, generation));
  await view.createIndex({ _id: 1 });
  for (const fields of indexes)
    await view.createIndex(Object.fromEntries([...fields.map((field) => [field, 1]), ['_id', 1]]));
};

/** Runs one entry as a consumer group of its own; of a read model, one generation. */
export const startEntry = async (
  entry: Entry,
  options: EntryOptions,
  generation?: number,
): Promise<RunningConsumer> => {
  const { kafka, service, database, log, span = withoutSpan, onFatal, onTakenIn } = options;
  const stopping = new AbortController();
  const signal = AbortSignal.any([options.signal, stopping.signal]);
  const parked = parkedRows(database);
  const context: ProcessingContext = { service, database, parked, log, span, signal };
  const name = consumerNameOf(service, entry.name, generation);
  const intake = await intakeOf(entry, name, context, generation);
  if (isProjection(entry)) await indexReadModel(database, entry, generation);
  const running = await runConsumer({
    kafka,
    groupId: groupOf(options, entry.name, generation),
    topics: topicsOf(entry),
    topicPrefix: options.topicPrefix ?? '',
    process: intake.process,
    drain: (guardId) => drainStream(guardId, intake, context),
    setAsideUnreadable: async (queued, why) => {
      const { _id, ...row } = unreadableRow(name, queued, why);
      await parked.updateOne({ _id }, { $setOnInsert: row }, { upsert: true });
      log('warn', 'A message that is no event was set aside', { place: _id, why });
    },
    log,
    signal,
    onFatal,
    onTakenIn: onTakenIn && ((seconds) => onTakenIn(entry.name, seconds)),
    pace: options.pace,
  });
  return {
    ...running,
    stop: async () => {
      stopping.abort();
      await running.stop();
    },
  };
};
