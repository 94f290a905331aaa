import { connect } from 'node:net';
import type { ISocketFactory, Kafka, KafkaConfig, Producer, ProducerConfig } from 'kafkajs-mended';
import { type KafkaLog, kafkaLogCreator, logToStderr } from './kafka-log.ts';
import { kafkajs } from './mended-kafkajs.ts';
import { partitioner } from './partitioner.ts';

export interface KafkaConnection {
  readonly brokers: readonly string[];
  /** Names this client in the broker's logs and quotas. */
  readonly clientId: string;
  /** Where kafkajs's own warnings and errors go; standard error if not given. */
  readonly logger?: KafkaLog;
}

const keepAliveMs = 30_000;

// kafkajs leaves Nagle's algorithm on: two small requests in flight then wait for each other's
// delayed acknowledgement, some 40 ms on a real network.
const socketFactory: ISocketFactory = ({ host, port, onConnect }) =>
  connect(
    { host, port, noDelay: true, keepAlive: true, keepAliveInitialDelay: keepAliveMs },
    onConnect,
  );

// Ten tries in some fourteen seconds: longer than a broker takes to restart or to hand over its
// partitions, and short enough that whoever waits learns of a real outage. Every number is given,
// because kafkajs has others of its own where NODE_ENV is test.
const resilience = {
  connectionTimeout: 3_000,
  requestTimeout: 30_000,
  retry: { initialRetryTime: 100, maxRetryTime: 2_000, factor: 0.2, multiplier: 2, retries: 10 },
} satisfies Partial<KafkaConfig>;

// A producer that gives up reuses the sequence numbers of what it gave up on. Had the broker
// written that after all, it takes the next batch for a duplicate, drops it and reports success.
// kafkajs means to retry without end here, but then lets the client's own limit go first.
const withoutLimit = { retries: Number.MAX_SAFE_INTEGER };

/** Says aloud what kafkajs would otherwise choose with a warning, or choose wrongly. */
class DecidedKafka extends kafkajs.Kafka {
  override producer(config: ProducerConfig = {}): Producer {
    return super.producer({
      // The partitions that the Java client would choose.
      createPartitioner: partitioner,
      ...(config.idempotent && { retry: withoutLimit }),
      ...config,
    });
  }
}

/** A client of a Kafka cluster. It opens no connection before a producer, consumer or admin does. */
export const connectKafka = ({ brokers, clientId, logger = logToStderr }: KafkaConnection): Kafka =>
  new DecidedKafka({
    brokers: [...brokers],
    clientId,
    socketFactory,
    ...resilience,
    logLevel: kafkajs.logLevel.WARN,
    logCreator: kafkaLogCreator(logger),
  });
