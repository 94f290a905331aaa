import { connectKafka, ensureTopics, kafkaPublisher, startConsumers } from '@steward/bus';
import type { NounContract } from '@steward/contracts';
import { closeGracefully, healthServer, httpDoor, listen, tokenVerifier } from '@steward/http';
import { type Backlog, type Database, openDatabase, type Relay, reach } from '@steward/persistence';
import { type Log, logger, metricsText, span } from '@steward/telemetry';
import { v7 as uuidv7 } from 'uuid';
import type { Config } from './config.ts';
import { type Hearing, startHearing } from './hear.ts';
import { effectObserver, measure, measuredPublish, requestObserver } from './measure.ts';
import type { Doors, Service } from './service.ts';
import { startTimers } from './timers.ts';

export interface RunningService {
  readonly name: string;
  readonly url: string;
  readonly healthUrl: string;
  lag(): Readonly<Record<string, number>>;
  backlog(): Backlog;
  /** Lets requests and messages under way end, then closes every connection. */
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly config: Config;
  readonly now?: () => Date;
  /** Something is lost that only a restart of the process brings back. */
  readonly onFatal: (error: unknown) => void;
}

const heardNouns = ({ consumers, projections }: Doors): string[] => [
  ...consumers.map(({ topic }) => topic),
  ...projections.flatMap(({ nouns }) => nouns.map(({ topic }) => topic)),
];

const topicsOf = ({ nouns }: Service, doors: Doors): Pick<NounContract, 'topic'>[] =>
  [...new Set([...nouns.map(({ topic }) => topic), ...heardNouns(doors)])].map((topic) => ({
    topic,
  }));

interface Inside {
  readonly database: Database;
  readonly doors: Doors;
  readonly relay: Relay;
  readonly hearing: Hearing;
  readonly stop: () => Promise<void>;
}

/** State, relay and consumers: everything but the doors for people. */
const startInside = async (
  service: Service,
  { config, now = () => new Date(), onFatal }: StartOptions,
  log: Log,
): Promise<Inside> => {
  const database = await openDatabase({
    url: config.MONGODB_URL,
    name: `${config.NAMESPACE}-${service.name}`,
    now,
    pendingMax: config.OUTBOX_PENDING_MAX,
  });
  const surveyLinkKeys = config.SURVEY_LINK_KEY?.split(',') ?? [];
  const doors = service.open({ database, now, newId: uuidv7, surveyLinkKeys });
  await database.prepare();
  const brokers = config.KAFKA_BROKERS.split(',');
  const kafka = connectKafka({
    brokers,
    clientId: `steward-${service.name}`,
    logger: ({ level, message, details }) => log(level, message, details),
  });
  const { TOPIC_PREFIX: topicPrefix } = config;
  const publisher = kafkaPublisher(kafka, { span, topicPrefix });
  const relay = database.startRelay({
    publish: measuredPublish(service.name, publisher.publish),
    onError: (message, error) => log('error', message, { error }),
  });
  const begin = async () => {
    await ensureTopics(kafka, topicsOf(service, doors), {
      partitions: config.KAFKA_PARTITIONS,
      replicationFactor: config.KAFKA_REPLICATION_FACTOR,
      topicPrefix,
    });
    return startConsumers({
      kafka,
      service: service.name,
      groupPrefix: config.NAMESPACE,
      topicPrefix,
      database,
      ...doors,
      log,
      span,
      onFatal,
      onTakenIn: effectObserver(service.name),
    });
  };
  const hearing = await startHearing({ begin, log, onFatal });
  const { timers = [] } = doors;
  const ticking = startTimers({ service: service.name, timers, now, log });
  const stop = async () => {
    reach('during-stop');
    await ticking.stop();
    await hearing.stop();
    await relay.stop();
    await publisher.disconnect();
    await database.close();
  };
  return { database, doors, relay, hearing, stop };
};

const readiness = (database: Database) => async (): Promise<string[]> => {
  try {
    await database.ping();
    return [];
  } catch (error) {
    return [`MongoDB does not answer: ${error instanceof Error ? error.message : String(error)}`];
  }
};

/**
 * Starts a service from the inside out, so that the first request finds everything there, and stops it from
 * the outside in, so that nothing is cut off half done.
 */
export const startService = async (
  service: Service,
  options: StartOptions,
): Promise<RunningService> => {
  const { config, now = () => new Date() } = options;
  const log = logger(service.name);
  const inside = await startInside(service, options, log);
  const { database, doors, relay, hearing } = inside;

  const door = httpDoor({
    routes: doors.routes,
    verifyToken: tokenVerifier({
      issuer: config.OIDC_ISSUER,
      audience: config.OIDC_AUDIENCE,
      jwksUrl: config.OIDC_JWKS_URL,
      now,
    }),
    now,
    log,
    span: (name, carrier, run) => span(name, carrier, run, { kind: 'server' }),
    observe: requestObserver(service.name),
  });
  const measured = measure(service.name, { database, relay, hearing, door, log });
  const health = healthServer({
    livez: () => [],
    readyz: readiness(database),
    metrics: metricsText,
  });
  const url = await listen(door, config.HTTP_PORT, config.HTTP_HOST);
  const healthUrl = await listen(health, config.HEALTH_PORT, config.HTTP_HOST);
  log('info', 'listening', { url, healthUrl });

  const stop = async () => {
    await closeGracefully(door, config.STOP_SECONDS * 1_000);
    measured.stop();
    await inside.stop();
    await closeGracefully(health, 1_000);
    log('info', 'stopped');
  };
  let stopped: Promise<void> | undefined;

  return {
    name: service.name,
    url,
    healthUrl,
    lag: hearing.lag,
    backlog: () => relay.backlog(),
    stop: () => (stopped ??= stop()),
  };
};
