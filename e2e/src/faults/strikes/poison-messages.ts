import type { connectKafka } from '@steward/bus';
import { poisonHeader } from '../referee/read-log.ts';

type Producer = ReturnType<ReturnType<typeof connectKafka>['producer']>;
export type Message = Parameters<Producer['send']>[0]['messages'][number];

/** An event that is right in every way, of a stream that nobody else writes. */
export interface Sound {
  readonly topic: string;
  readonly wire: string;
  readonly dataOf: (key: string, at: string) => object;
}

/** What may be made wrong: one event for each of several topics, with all that listens to them. */
export const sounds: readonly Sound[] = [
  {
    topic: 'account.account',
    wire: 'account.account.registered.v1',
    dataOf: (accountId, at) => ({ accountId, name: 'Nobody', industry: 'energy', at }),
  },
  {
    topic: 'tiered-support.ticket',
    wire: 'tiered-support.ticket.raised.v1',
    dataOf: (ticketId, at) => ({
      ticketId,
      accountId: 'nobody',
      at,
      label: 'queued',
      subject: 'Nothing',
      channel: 'direct',
      priority: 'low',
      arrangement: { tier: 3, servedBy: 'call-centre', policyRow: 'none' },
      desk: { line: 'first', team: 'none' },
    }),
  },
  {
    topic: 'opportunity.opportunity',
    wire: 'opportunity.opportunity.won.v1',
    dataOf: (opportunityId, at) => ({
      opportunityId,
      accountId: 'nobody',
      title: 'Nothing',
      unit: 'none',
      ownerId: 'nobody',
      value: { amountMinor: 1, currency: 'EUR' },
      lines: [{ offeringId: 'care', quantity: 1 }],
      at,
    }),
  },
];

/** The message that a publisher would send of it. */
export const messageOf = ({ wire, dataOf }: Sound, key: string, version: number): Message => {
  const at = new Date().toISOString();
  return {
    key,
    value: JSON.stringify(dataOf(key, at)),
    headers: {
      ce_specversion: '1.0',
      ce_id: `${key}-${version}`,
      ce_type: wire,
      ce_time: at,
      ce_sequence: String(version).padStart(12, '0'),
      ce_correlationid: key,
      [poisonHeader]: key,
    },
  };
};

const withHeaders = (message: Message, headers: Message['headers']): Message => ({
  ...message,
  headers: { ...message.headers, ...headers },
});

const megabyte = 900_000;
const yearMs = 365 * 86_400_000;

type Poison = (sound: Sound, key: string) => readonly Message[];

/** What may be wrong with messages, each on a stream of its own. */
export const poisons: Readonly<Record<string, Poison>> = {
  'malformed-json': (sound, key) => [{ ...messageOf(sound, key, 1), value: '{"half":' }],
  'schema-violation': (sound, key) => [{ ...messageOf(sound, key, 1), value: '{"at":7}' }],
  'unknown-version': (sound, key) => [
    withHeaders(messageOf(sound, key, 1), { ce_type: sound.wire.replace('.v1', '.v9') }),
  ],
  'unknown-type': (sound, key) => [
    withHeaders(messageOf(sound, key, 1), { ce_type: `${sound.topic}.misunderstood.v1` }),
  ],
  'one-megabyte': (sound, key) => [{ ...messageOf(sound, key, 1), value: 'x'.repeat(megabyte) }],
  'no-key': (sound, key) => [{ ...messageOf(sound, key, 1), key: null }],
  'no-body': (sound, key) => [{ ...messageOf(sound, key, 1), value: null }],
  'no-headers': (sound, key) => [{ ...messageOf(sound, key, 1), headers: { [poisonHeader]: key } }],
  'no-version': (sound, key) => [withHeaders(messageOf(sound, key, 1), { ce_sequence: 'first' })],
  'same-id-thrice': (sound, key) => [1, 1, 1].map((version) => messageOf(sound, key, version)),
  gap: (sound, key) => [3, 4].map((version) => messageOf(sound, key, version)),
  'gap-that-is-filled': (sound, key) => [2, 3, 1].map((version) => messageOf(sound, key, version)),
  'behind-malformed': (sound, key) => [
    { ...messageOf(sound, key, 1), value: 'no JSON' },
    messageOf(sound, key, 2),
  ],
  'from-the-future': (sound, key) => [
    withHeaders(messageOf(sound, key, 1), {
      ce_time: new Date(Date.now() + yearMs).toISOString(),
    }),
  ],
};
