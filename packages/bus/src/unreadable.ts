import type { ParkedRow } from './parked.ts';
import type { UnreadableMessage } from './run-consumer.ts';

/** What cannot be read has no stream to wait in: it is kept under its place in the topic. */
export const unreadableRow = (
  consumer: string,
  queued: UnreadableMessage,
  detail: string,
): ParkedRow => {
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
