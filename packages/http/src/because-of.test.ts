import { becauseOf, type Circumstance } from './because-of.ts';
import { principalOf } from './principal.ts';
import type { Call } from './route.ts';

const noon = new Date('2026-03-02T12:00:00.000Z');
const body = Buffer.from('{"ownerId":"u-2"}');

const call = (changes: Partial<Call> = {}): Call => ({
  headers: {},
  path: '/v1/accounts/acme/owner',
  params: { accountId: 'acme' },
  search: '',
  principal: principalOf({ sub: 'u-1', scope: 'history:backdate' }),
  requestId: 'r-1',
  traceparent: undefined,
  receivedAt: noon,
  readBody: async () => body,
  ...changes,
});

const because = (changes: Partial<Call> = {}, circumstance: Circumstance = {}) =>
  becauseOf('assignAccountOwner', call(changes), body, circumstance);

const receipt = (changes: Partial<Call> = {}, bytes = body) =>
  becauseOf(
    'assignAccountOwner',
    call({ headers: { 'idempotency-key': 'k-1' }, ...changes }),
    bytes,
    {},
  ).receipt;

describe('because', () => {
  it('says who and when, and joins what follows to the request', () => {
    expect(because()).toEqual({ actor: 'u-1', at: noon, correlationId: 'r-1' });
  });

  it('carries everything that a caller may add', () => {
    const headers = { 'x-correlation-id': 'c-1', 'if-match': '"4"' };
    const circumstance = { occurredAt: '2025-01-01T00:00:00+01:00', reason: 'Reorganised' };
    expect(because({ headers, traceparent: '00-1-1-00' }, circumstance)).toEqual({
      actor: 'u-1',
      at: new Date('2024-12-31T23:00:00.000Z'),
      reason: 'Reorganised',
      correlationId: 'c-1',
      traceparent: '00-1-1-00',
      ifMatch: 4,
    });
  });

  it('lets only some say when it happened', () => {
    const principal = principalOf({ sub: 'u-1' });
    expect(() => because({ principal }, { occurredAt: noon.toISOString() })).toThrow(
      expect.objectContaining({ code: 'backdating-forbidden' }),
    );
  });

  it('allows clocks to differ by five minutes', () => {
    const at = because({}, { occurredAt: '2026-03-02T12:05:00.000Z' }).at;
    expect(at).toEqual(new Date('2026-03-02T12:05:00.000Z'));
    expect(() => because({}, { occurredAt: '2026-03-02T12:05:00.001Z' })).toThrow(
      expect.objectContaining({ code: 'occurred-in-the-future' }),
    );
  });
});

describe('receipt', () => {
  it('names one request of one caller to one route for one thing', () => {
    expect(receipt()?.key).toBe('u-1|assignAccountOwner|acme|k-1');
  });

  it('is the same for the same content', () => {
    expect(receipt()).toEqual(receipt());
  });

  it('tells other content and other paths apart', () => {
    const prints = [receipt(), receipt({}, Buffer.from('{}')), receipt({ path: '/v1/accounts/b' })];
    expect(new Set(prints.map((each) => each?.fingerprint)).size).toBe(3);
  });
});
