import type { EventRow } from '@steward/persistence';
import type { Kafka, Message, Producer } from 'kafkajs-mended';
import { toMessage } from './message.ts';
import { type Span, withoutSpan } from './processing.ts';

export interface Publisher {
  /** Fulfilled once the broker has all rows for good; the order within a key is that of the rows. */
  publish(rows: readonly EventRow[], signal?: AbortSignal): Promise<void>;
  disconnect(): Promise<void>;
}

const producerOf = (kafka: Kafka): Producer =>
  kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });

const aborted = (signal: AbortSignal | undefined): Promise<never> =>
  new Promise((_, reject) => {
    const stop = () => reject(new Error('Publishing was stopped; the rows stay pending'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });

/** One span for each event that is traced, open until the broker has answered for all. */
const traced = (rows: readonly EventRow[], span: Span, sent: Promise<void>) => {
  const messages = new Map<string, Message[]>();
  const spans = rows.map((row) =>
    span(
      `publish ${row.wire}`,
      row,
      (traceparent) => {
        const ofTopic = messages.get(row.topic) ?? [];
        ofTopic.push(toMessage(row, traceparent));
        messages.set(row.topic, ofTopic);
        return sent;
      },
      { kind: 'producer' },
    ),
  );
  return { messages, spans };
};

/** Hands rows to Kafka with acks from all replicas, one request at a time. */
export const kafkaPublisher = (
  kafka: Kafka,
  { span = withoutSpan, topicPrefix = '' }: { span?: Span; topicPrefix?: string } = {},
): Publisher => {
  let producer: Promise<Producer> | undefined;

  const connected = async (): Promise<Producer> => {
    const connecting = producerOf(kafka);
    await connecting.connect();
    return connecting;
  };

  const send = async (messages: ReadonlyMap<string, Message[]>) => {
    producer ??= connected();
    try {
      const topicMessages = [...messages].map(([topic, ofTopic]) => ({
        topic: `${topicPrefix}${topic}`,
        messages: ofTopic,
      }));
      await (await producer).sendBatch({ acks: -1, topicMessages });
    } catch (error) {
      // A producer that has failed may have lost its sequence: the next attempt starts with a new one.
      const failed = producer;
      producer = undefined;
      await failed.then((old) => old.disconnect()).catch(() => undefined);
      throw error;
    }
  };

  return {
    publish: async (rows, signal) => {
      const { promise: sent, resolve, reject } = Promise.withResolvers<void>();
      const { messages, spans } = traced(rows, span, sent);
      Promise.race([send(messages), aborted(signal)]).then(resolve, reject);
      await Promise.all(spans);
    },
    disconnect: async () => {
      await (await producer)?.disconnect();
    },
  };
};
