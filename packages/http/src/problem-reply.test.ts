import { Refusal, type RefusalKind } from '@steward/domain';
import { Overloaded, ReceiptMismatch, ReceiptPending, StaleVersion } from '@steward/persistence';
import { problemReply } from './problem-reply.ts';
import { protocolCodes } from './protocol-codes.ts';
import { malformed, ProtocolProblem } from './protocol-problem.ts';

const reply = (error: unknown) => {
  const { body = '', ...rest } = problemReply(error, 'r-1');
  return { ...rest, document: JSON.parse(body) as Record<string, unknown> };
};

const refusal = (kind: RefusalKind) => new Refusal(kind, 'ticket-not-open', 'The ticket is closed');

const away = Object.assign(new Error('no server'), { name: 'MongoServerSelectionError' });

describe('problem reply', () => {
  it.each([
    ['an invalid refusal', refusal('invalid'), 400, 'ticket-not-open', 'info'],
    ['a forbidden refusal', refusal('forbidden'), 403, 'ticket-not-open', 'info'],
    ['a refusal of what is not there', refusal('notFound'), 404, 'ticket-not-open', 'info'],
    ['a refusal by conflict', refusal('conflict'), 409, 'ticket-not-open', 'info'],
    ['a stale version', new StaleVersion('a-1', 7), 412, 'stale-version', 'info'],
    ['a reused key', new ReceiptMismatch(), 422, 'idempotency-key-reused', 'info'],
    ['a key in use', new ReceiptPending(), 409, 'idempotency-key-in-use', 'info'],
    ['overload', new Overloaded('full', 2.5), 503, 'overloaded', 'warn'],
    ['a database that is away', away, 503, 'database-away', 'warn'],
    ['malformed input', malformed('The body', []), 400, 'malformed-request', 'warn'],
    ['a missing token', new ProtocolProblem('token-missing'), 401, 'token-missing', 'info'],
    ['anything else', new Error('secret'), 500, 'unexpected', 'error'],
    ['what is not even an error', 'secret', 500, 'unexpected', 'error'],
  ])('answers %s', (_case, error, status, code, level) => {
    const { document, failure, ...rest } = reply(error);
    expect(rest.status).toBe(status);
    expect(rest.headers['Content-Type']).toBe('application/problem+json');
    expect(failure).toMatchObject({ code, level });
    expect(document).toMatchObject({
      type: `urn:steward:error:${code}`,
      status,
      code,
      requestId: 'r-1',
    });
  });

  it('tells a caller what a refusal says', () => {
    const { document } = reply(refusal('conflict'));
    expect(document).toMatchObject({ title: 'Ticket not open', detail: 'The ticket is closed' });
  });

  it('tells nothing of the inside, and keeps it for the log', () => {
    const cause = new Error('mongodb://inside');
    const { document, failure } = reply(cause);
    expect(JSON.stringify(document)).not.toContain('inside');
    expect(document).not.toHaveProperty('detail');
    expect(failure?.cause).toBe(cause);
  });

  it('says after how many whole seconds to come back', () => {
    expect(reply(new Overloaded('full', 2.5)).headers['Retry-After']).toBe('3');
    expect(reply(new Overloaded('full', 0)).headers['Retry-After']).toBe('1');
  });

  it('says where the input is wrong', () => {
    const errors = [{ pointer: '/name', detail: 'Too long' }];
    expect(reply(malformed('The body', errors)).document).toMatchObject({ errors });
  });

  it('names the current version to those who hold an old one', () => {
    expect(reply(new StaleVersion('a-1', 7)).document.detail).toBe('The current version is 7');
  });
});

describe('protocol codes', () => {
  it.each(Object.entries(protocolCodes))('%s is kebab-case and explained', (code, { says }) => {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(says).toMatch(/^[A-Z`].*\.$/);
  });
});
