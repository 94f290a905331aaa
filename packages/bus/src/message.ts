import type { EventRow } from '@steward/persistence';
import type { KafkaMessage, Message } from 'kafkajs-mended';

/** An event as it came from Kafka, its data not yet looked at. */
export interface Received {
  readonly id: string;
  readonly wire: string;
  readonly topic: string;
  readonly key: string;
  /** The aggregate's version after this event: 1, 2, 3 … without gaps. */
  readonly version: number;
  readonly at: string;
  readonly correlationId: string;
  readonly traceparent?: string;
  readonly body: Buffer;
}

/** What cannot be read as an event at all, with the reason in words. */
export interface Unreadable {
  readonly unreadable: string;
}

const sequenceDigits = 12;

/** CloudEvents 1.0 in Kafka's binary mode; the body is the row's, byte for byte. */
export const toMessage = (row: EventRow, traceparent: string | undefined): Message => ({
  key: row.key,
  value: row.body,
  headers: {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: row._id,
    ce_type: row.wire,
    ce_source: `/steward/${row.topic.slice(0, row.topic.indexOf('.'))}`,
    ce_subject: row.key,
    ce_time: row.at.toISOString(),
    ce_recordedtime: row.recordedAt.toISOString(),
    ce_sequence: String(row.version).padStart(sequenceDigits, '0'),
    ce_correlationid: row.correlationId,
    ...(row.causationId && { ce_causationid: row.causationId }),
    ...(traceparent && { traceparent }),
  },
});

const text = (header: KafkaMessage['headers'], name: string): string | undefined => {
  const value = header?.[name];
  return value === undefined ? undefined : String(value);
};

const required = ['ce_id', 'ce_type', 'ce_time', 'ce_sequence', 'ce_correlationid'] as const;

export const fromMessage = (topic: string, message: KafkaMessage): Received | Unreadable => {
  const { key, value, headers } = message;
  if (!key?.length) return { unreadable: 'the message has no key' };
  if (!value) return { unreadable: 'the message has no body' };
  const missing = required.find((name) => headers?.[name] === undefined);
  if (missing) return { unreadable: `the header ${missing} is missing` };
  const version = Number(text(headers, 'ce_sequence'));
  if (!Number.isSafeInteger(version) || version < 1)
    return { unreadable: 'the header ce_sequence is not a version' };
  const at = text(headers, 'ce_time') ?? '';
  if (Number.isNaN(Date.parse(at))) return { unreadable: 'the header ce_time is not a time' };
  const traceparent = text(headers, 'traceparent');
  return {
    id: text(headers, 'ce_id') ?? '',
    wire: text(headers, 'ce_type') ?? '',
    topic,
    key: key.toString(),
    version,
    at,
    correlationId: text(headers, 'ce_correlationid') ?? '',
    ...(traceparent !== undefined && { traceparent }),
    body: value,
  };
};
