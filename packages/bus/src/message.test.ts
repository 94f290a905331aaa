import type { IHeaders, KafkaMessage } from 'kafkajs-mended';
import { fact, received } from './fixtures/facts.ts';
import { fromMessage, toMessage } from './message.ts';

const message = (changes: { headers?: IHeaders; key?: Buffer | null; value?: Buffer | null }) => {
  const { headers } = toMessage(fact('acme', 2), undefined);
  const sent = { key: Buffer.from('acme'), value: Buffer.from('{}') };
  return { ...sent, ...changes, headers: { ...headers, ...changes.headers } } as KafkaMessage;
};

describe('message', () => {
  it('carries an event as a CloudEvent in binary mode, its body byte for byte', () => {
    const row = { ...fact('acme', 2), causationId: 'e-0', body: '{"name":"Größe 🚀"}' };
    expect(toMessage(row, '00-trace')).toEqual({
      key: 'acme',
      value: row.body,
      headers: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: 'acme@2',
        ce_type: 'account.account.owner-assigned.v1',
        ce_source: '/steward/account',
        ce_subject: 'acme',
        ce_time: '2026-03-02T12:00:00.000Z',
        ce_recordedtime: '2026-03-02T12:00:00.000Z',
        ce_sequence: '000000000002',
        ce_correlationid: 'c-1',
        ce_causationid: 'e-0',
        traceparent: '00-trace',
      },
    });
  });

  it('is read as the event that it was made of', () => {
    const row = fact('acme', 2);
    expect({ ...received(row), body: received(row).body.toString() }).toEqual({
      id: 'acme@2',
      wire: row.wire,
      topic: 'account.account',
      key: 'acme',
      version: 2,
      at: '2026-03-02T12:00:00.000Z',
      correlationId: 'c-1',
      body: row.body,
    });
  });

  it.each([
    { what: 'without a key', changes: { key: null } },
    { what: 'with an empty key', changes: { key: Buffer.alloc(0) } },
    { what: 'without a body', changes: { value: null } },
    ...['ce_id', 'ce_type', 'ce_time', 'ce_sequence', 'ce_correlationid'].map((name) => ({
      what: `without ${name}`,
      changes: { headers: { [name]: undefined } },
    })),
    ...['0', '-1', '1.5', 'two', '1e400'].map((sequence) => ({
      what: `with the sequence ${sequence}`,
      changes: { headers: { ce_sequence: sequence } },
    })),
    { what: 'with a time that is none', changes: { headers: { ce_time: 'yesterday' } } },
  ])('$what cannot be read, and says why', ({ changes }) => {
    expect(fromMessage('account.account', message(changes))).toEqual({
      unreadable: expect.stringMatching(/./),
    });
  });
});
