import { kafkajs } from './mended-kafkajs.ts';

/** Whether Kafka is away, or has not come up yet, and nothing is wrong with what it was asked for. */
export const isKafkaOutage = (error: unknown): boolean =>
  error instanceof kafkajs.KafkaJSNumberOfRetriesExceeded ||
  (error instanceof kafkajs.KafkaJSError && error.retriable);
