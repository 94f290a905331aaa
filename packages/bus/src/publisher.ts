import { type EventRow, reach } from '@steward/persistence';
import type { Kafka, Message, Producer } from 'kafkajs-mended';
import { toMessage } from './message.ts';
import { type Span, withoutSpan } from './processing.ts';

export interface Publisher {
  /** Fulfilled once the broker has all rows for good; the order within a key is that of the rows. */
  publish(rows: readonly EventRow[], signal?: AbortSignal): Promise<void>;
  disconnect(): Promise<void>;
}

interface TopicMessages {
  readonly topic: string;
  readonly messages: Message[];
}

/** Brokers take a megabyte a partition in one request; all of these may be for the same one. */
const requestBytesMax = 900_000;
const headersBytes = 1_000;

/**
 * Gives up after a while, as an idempotent producer must not that goes on to be used: kafkajs would count
 * the next batch from where the failed one began. Ours does not go on, it is dropped.
 */
const producerOf = (kafka: Kafka): Producer =>
  kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    retry: { retries: 5 },
  });

/** The messages of all rows, in requests that a broker takes whole. */
const requestsOf = (rows: readonly EventRow[], messageOf: (row: EventRow) => Message) => {
  const requests: Map<string, Message[]>[] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const size = Buffer.byteLength(row.body) + headersBytes;
    if (bytes + size > requestBytesMax) {
      requests.push(new Map());
      bytes = 0;
    }
    bytes += size;
    const request = requests.at(-1);
    const ofTopic = request?.get(row.topic) ?? [];
    ofTopic.push(messageOf(row));
    request?.set(row.topic, ofTopic);
  }
  return requests;
};

/** Makes messages, each with a span that is open until the broker has answered for all. */
const tracedMessages = (span: Span, sent: Promise<void>) => {
  const spans: Promise<void>[] = [];
  const messageOf = (row: EventRow): Message => {
    let traceparent: string | undefined;
    const lasting = span(
      `publish ${row.wire}`,
      row,
      (current) => {
        traceparent = current;
        return sent;
      },
      { kind: 'producer' },
    );
    spans.push(lasting);
    return toMessage(row, traceparent);
  };
  return { messageOf, spans };
};

/** Waits for the work or for the signal, whichever comes first, and listens to the signal no longer. */
const unlessAborted = async (work: Promise<void>, signal: AbortSignal | undefined) => {
  if (!signal) return work;
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const stop = () => reject(new Error('Publishing was given up; the rows stay pending'));
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
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

  // Where it failed to connect, or to take its leave, there is no connection left to close.
  const end = (ended: Promise<Producer>): Promise<void> =>
    ended.then((open) => open.disconnect()).catch(() => undefined);

  /**
   * A producer that has failed may have lost its sequence: the next attempt starts with a new one. kafkajs
   * goes on for a while with a request that was given up, so the request is emptied.
   */
  const drop = (failed: Promise<Producer>, sending: Promise<unknown>, request: TopicMessages[]) => {
    if (producer === failed) producer = undefined;
    for (const { messages } of request) messages.length = 0;
    const close = () => end(failed);
    sending.then(close, close);
  };

  const send = async (request: TopicMessages[], signal: AbortSignal | undefined) => {
    producer ??= connected();
    const sender = producer;
    const sending = sender.then((open) =>
      open.sendBatch({ acks: -1, topicMessages: request }).then(() => undefined),
    );
    try {
      await unlessAborted(sending, signal);
    } catch (error) {
      drop(sender, sending, request);
      throw error;
    }
  };

  const sendAll = async (
    requests: readonly ReadonlyMap<string, Message[]>[],
    signal: AbortSignal | undefined,
  ) => {
    for (const [index, request] of requests.entries()) {
      if (index > 0) reach('between-requests');
      const ofTopics = [...request].map(([topic, messages]) => ({
        topic: `${topicPrefix}${topic}`,
        messages,
      }));
      await send(ofTopics, signal);
    }
  };

  return {
    publish: async (rows, signal) => {
      const { promise: sent, resolve, reject } = Promise.withResolvers<void>();
      const { messageOf, spans } = tracedMessages(span, sent);
      try {
        sendAll(requestsOf(rows, messageOf), signal).then(resolve, reject);
      } catch (error) {
        reject(error);
      }
      await Promise.all([sent, ...spans]);
    },
    disconnect: async () => {
      const last = producer;
      producer = undefined;
      if (last) await end(last);
    },
  };
};
