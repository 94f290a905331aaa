import { randomUUID } from 'node:crypto';
import type { EventRow } from '@steward/persistence';

const topic = 'bench.published';

/** Where everybody publishes; a topic of the run. */
export const topicOfEvents = (): string => `${process.env.TOPIC_PREFIX ?? ''}${topic}`;
export const eventsNoun = { topic };
const bodyBytes = 500;

/** Facts of many customers, each with a body of 500 bytes, as they come out of the outbox. */
export const eventRow = (position: number): EventRow => {
  const key = `account-${position % 1_000}`;
  const data = { accountId: key, name: `Account ${position}`, at: '2026-03-02T12:00:00.000Z' };
  const padding = bodyBytes - JSON.stringify({ ...data, notes: '' }).length;
  const at = new Date();
  return {
    _id: randomUUID(),
    topic,
    key,
    version: 1 + Math.floor(position / 1_000),
    wire: 'account.account.registered.v1',
    body: JSON.stringify({ ...data, notes: 'n'.repeat(padding) }),
    at,
    recordedAt: at,
    actor: 'bench',
    correlationId: `request-${position}`,
    lane: 0,
    position,
  };
};

/** The message that our publisher makes of a row, for those who publish without it: everybody sends the same. */
export const messageOf = (row: EventRow) => ({
  key: row.key,
  value: row.body,
  headers: {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: row._id,
    ce_type: row.wire,
    ce_source: '/steward/bench',
    ce_subject: row.key,
    ce_time: row.at.toISOString(),
    ce_recordedtime: row.recordedAt.toISOString(),
    ce_sequence: String(row.version).padStart(12, '0'),
    ce_correlationid: row.correlationId,
  },
});
