import { once } from 'node:events';
import { connect } from 'node:net';
import { Refusal } from '@steward/domain';
import {
  type Because,
  Overloaded,
  ReceiptMismatch,
  ReceiptPending,
  StaleVersion,
} from '@steward/persistence';
import type { CommandRequest } from './answer.ts';
import {
  type Ask,
  ask,
  askRaw,
  claims,
  type Door,
  eventually,
  noon,
  openDoor,
} from './door-under-test.ts';

const account = {
  accountId: 'acme',
  name: 'Acme',
  industry: 'retail' as const,
  ownerId: 'u-1',
  registeredAt: noon.toISOString(),
  version: 3,
};
const body = JSON.stringify({ name: 'Acme', industry: 'retail', ownerId: 'u-1' });
const register = (changes: Partial<Ask> = {}): Ask => ({
  method: 'POST',
  path: '/v1/accounts',
  body,
  ...changes,
});

let door: Door;
const open = async (...parameters: Parameters<typeof openDoor>): Promise<string> => {
  door = await openDoor(...parameters);
  return door.url;
};
afterEach(() => door.close());

describe('a query', () => {
  it('answers with the version as a strong tag', async () => {
    const url = await open({ read: async () => account });
    const answered = await ask(url, { path: '/v1/accounts/acme' });
    expect(answered.status).toBe(200);
    expect(answered.json()).toEqual(account);
    expect(answered.headers).toMatchObject({ etag: '"3"', 'content-type': 'application/json' });
    expect(answered.headers).not.toHaveProperty('x-powered-by');
  });

  it('sends nothing to those who hold it', async () => {
    const url = await open({ read: async () => account });
    const headers = { 'if-none-match': '"3"' };
    const answered = await ask(url, { path: '/v1/accounts/acme', headers });
    expect([answered.status, answered.text, answered.headers.etag]).toEqual([304, '', '"3"']);
    const stale = await ask(url, {
      path: '/v1/accounts/acme',
      headers: { 'if-none-match': '"2"' },
    });
    expect(stale.status).toBe(200);
  });

  it('answers HEAD with the head alone', async () => {
    const url = await open({ read: async () => account });
    const { status, headers, text } = await ask(url, { method: 'HEAD', path: '/v1/accounts/acme' });
    expect([status, text, headers.etag]).toEqual([200, '', '"3"']);
    expect(headers['content-length']).toBe(String(JSON.stringify(account).length));
  });

  it('counts bytes, not characters', async () => {
    const url = await open({ read: async () => ({ ...account, name: '株式会社' }) });
    const answered = await ask(url, { path: '/v1/accounts/acme' });
    expect(answered.json().name).toBe('株式会社');
  });

  it('hands its filters over as the contract reads them', async () => {
    const seen: unknown[] = [];
    const url = await open({
      list: async ({ query }) => {
        seen.push(query);
        return { items: [] };
      },
    });
    const answered = await ask(url, { path: '/v1/accounts?limit=2&ownerId=u-1' });
    expect(answered.json()).toEqual({ items: [] });
    expect(answered.headers).not.toHaveProperty('etag');
    expect(seen).toEqual([{ limit: 2, ownerId: 'u-1' }]);
  });
});

describe('a command', () => {
  it('answers what changed and where it is', async () => {
    const url = await open({ register: async () => ({ id: 'a:1', version: 0, isReplay: false }) });
    const answered = await ask(url, register());
    expect(answered.status).toBe(201);
    expect(answered.json()).toEqual({ id: 'a:1', version: 0 });
    expect(answered.headers).toMatchObject({ etag: '"0"', location: '/v1/accounts/a:1' });
    expect(answered.headers).not.toHaveProperty('idempotency-replayed');
  });

  it('says that an answer is a repeated one', async () => {
    const url = await open({ register: async () => ({ id: 'a-1', version: 2, isReplay: true }) });
    const answered = await ask(url, register({ headers: { 'idempotency-key': 'k-1' } }));
    expect(answered.status).toBe(201);
    expect(answered.headers['idempotency-replayed']).toBe('true');
  });

  it('cannot break out of a header by the id that it makes', async () => {
    const id = 'x\r\nSet-Cookie: a=b';
    const url = await open({ register: async () => ({ id, version: 0, isReplay: false }) });
    const { headers } = await ask(url, register());
    expect(headers.location).toBe('/v1/accounts/x%0D%0ASet-Cookie:%20a%3Db');
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it('keeps when and why apart from what', async () => {
    const seen: Pick<CommandRequest<never>, 'because' | 'body'>[] = [];
    const url = await open({
      register: async ({ because, body }) => {
        seen.push({ because, body });
        return { id: 'a-1', version: 0, isReplay: false };
      },
    });
    const circumstance = { occurredAt: '2020-01-01T00:00:00Z', reason: 'Brought in' };
    const said = JSON.stringify({ ...JSON.parse(body), ...circumstance });
    const headers = {
      authorization: claims({ roles: ['importer'] }),
      'x-request-id': 'r-1',
      'x-correlation-id': 'c-1',
      'if-match': '"0"',
      'idempotency-key': 'k-1',
    };
    expect((await ask(url, register({ body: said, headers }))).headers['x-request-id']).toBe('r-1');
    expect(seen).toEqual([
      {
        body: JSON.parse(body),
        because: {
          actor: 'u-1',
          at: new Date('2020-01-01T00:00:00Z'),
          reason: 'Brought in',
          correlationId: 'c-1',
          ifMatch: 0,
          receipt: { key: 'u-1|registerAccount|k-1', fingerprint: expect.any(String) },
        },
      },
    ]);
  });

  it('carries the trace that its span was given', async () => {
    const seen: Because[] = [];
    const incoming = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const spans: unknown[] = [];
    const url = await open(
      {
        register: async ({ because }) => {
          seen.push(because);
          return { id: 'a-1', version: 0, isReplay: false };
        },
      },
      {
        span: (name, carrier, run) => {
          spans.push([name, carrier]);
          return run('00-of-the-span');
        },
      },
    );
    await ask(url, register({ headers: { traceparent: incoming } }));
    expect(spans).toEqual([['registerAccount', { traceparent: incoming }]]);
    expect(seen[0]?.traceparent).toBe('00-of-the-span');
  });
});

describe('what a door refuses', () => {
  const post = (changes: Partial<Ask>): Ask => register(changes);
  const assign = (path: string): Ask => ({ method: 'POST', path, body: '{"ownerId":"u-2"}' });
  const withField = (field: string): string => `${body.slice(0, -1)},${field}}`;
  const backdated = withField('"occurredAt":"2020-01-01T00:00:00Z"');
  const foretold = withField('"occurredAt":"2026-03-02T12:05:01Z"');
  const importer = { authorization: claims({ roles: ['importer'] }) };

  it.each<[string, Ask, number, string]>([
    ['an unknown path', { path: '/v2/accounts' }, 404, 'no-such-route'],
    [
      'an id that is too long',
      { path: `/v1/accounts/${'x'.repeat(129)}` },
      400,
      'malformed-request',
    ],
    ['an id that climbs', { path: '/v1/accounts/..%2F..%2Fetc' }, 400, 'malformed-request'],
    ['an id with a line break', { path: '/v1/accounts/a%0D%0Ab' }, 400, 'malformed-request'],
    ['a path that cannot be decoded', { path: '/v1/accounts/%E0%A4%A' }, 400, 'malformed-request'],
    ['what is not there', { path: '/v1/accounts/acme' }, 404, 'not-found'],
    ['an unknown filter', { path: '/v1/accounts?color=red' }, 400, 'malformed-request'],
    ['a filter where none is', { path: '/v1/accounts/acme?limit=1' }, 400, 'malformed-request'],
    ['a filter on a command', post({ path: '/v1/accounts?x=1' }), 400, 'malformed-request'],
    ['half a document', post({ body: '{"name":' }), 400, 'malformed-json'],
    ['bytes that are not UTF-8', post({ body: Buffer.from([0xff]) }), 400, 'malformed-json'],
    ['no body where fields are needed', post({ body: '' }), 400, 'malformed-request'],
    ['an unknown field', post({ body: withField('"color":1') }), 400, 'malformed-request'],
    ['__proto__', post({ body: withField('"__proto__":{"a":1}') }), 400, 'malformed-request'],
    [
      'another type',
      post({ headers: { 'content-type': 'text/xml' } }),
      415,
      'unsupported-media-type',
    ],
    [
      'a compressed body',
      post({ headers: { 'content-encoding': 'gzip' } }),
      415,
      'unsupported-media-type',
    ],
    ['a body over the bound', post({ body: 'x'.repeat(1_001) }), 413, 'body-too-large'],
    ['a bad If-Match', post({ headers: { 'if-match': '3' } }), 400, 'malformed-request'],
    ['a bad key', post({ headers: { 'idempotency-key': 'a b' } }), 400, 'malformed-request'],
    [
      'a bad correlation',
      post({ headers: { 'x-correlation-id': 'a b' } }),
      400,
      'malformed-request',
    ],
    ['a date without the scope', post({ body: backdated }), 403, 'backdating-forbidden'],
    ['a date ahead', post({ body: foretold, headers: importer }), 400, 'occurred-in-the-future'],
    ['a bad id on a command', assign('/v1/accounts/-x/owner'), 400, 'malformed-request'],
    [
      'a caller without the scope',
      post({ headers: { authorization: claims({ roles: ['analyst'] }) } }),
      403,
      'scope-missing',
    ],
    [
      'a customer without an account',
      { path: '/v1/accounts', headers: { authorization: claims({ roles: ['customer'] }) } },
      403,
      'customer-without-account',
    ],
  ])('%s', async (_name, request, status, code) => {
    const url = await open({}, { bodyBytesMax: 1_000 });
    const answered = await ask(url, request);
    expect([answered.status, answered.json().code]).toEqual([status, code]);
    expect(answered.headers['content-type']).toBe('application/problem+json');
    expect(answered.json().requestId).toBe(answered.headers['x-request-id']);
  });

  it.each<[string, unknown, number, string]>([
    [
      'a rule',
      new Refusal('conflict', 'account-already-registered', 'It is'),
      409,
      'account-already-registered',
    ],
    ['a hidden thing', new Refusal('notFound', 'account-unknown', 'None'), 404, 'account-unknown'],
    ['an old version', new StaleVersion('acme', 4), 412, 'stale-version'],
    ['a reused key', new ReceiptMismatch('k'), 422, 'idempotency-key-reused'],
    ['a key in use', new ReceiptPending('k'), 409, 'idempotency-key-in-use'],
    ['overload', new Overloaded('full', 3), 503, 'overloaded'],
    ['a fault', new Error('inside'), 500, 'unexpected'],
  ])('%s of the store or the rules', async (_name, thrown, status, code) => {
    const url = await open({ register: () => Promise.reject(thrown) });
    const answered = await ask(url, register());
    expect([answered.status, answered.json().code]).toEqual([status, code]);
    expect(answered.text).not.toContain('inside');
    if (status === 503) expect(answered.headers['retry-after']).toBe('3');
  });

  it('another method, and says which ones there are', async () => {
    const url = await open();
    const answered = await ask(url, { method: 'DELETE', path: '/v1/accounts' });
    expect([answered.status, answered.json().code]).toEqual([405, 'method-not-allowed']);
    expect(answered.headers.allow).toBe('GET, HEAD, POST');
    const other = await ask(url, { method: 'GET', path: '/v1/accounts/acme/owner' });
    expect([other.status, other.headers.allow]).toEqual([405, 'POST']);
  });

  it('a missing scope, and names it', async () => {
    const url = await open();
    const headers = { authorization: claims({ roles: [] }) };
    const answered = await ask(url, { path: '/v1/accounts', headers });
    expect(answered.json().detail).toContain('accounts:read');
    expect(answered.headers['www-authenticate']).toBe(
      'Bearer realm="steward", error="insufficient_scope", scope="accounts:read"',
    );
  });

  it('an unknown field, and points to it', async () => {
    const url = await open();
    const answered = await ask(
      url,
      register({ body: '{"name":7,"industry":"retail","ownerId":"u"}' }),
    );
    expect(answered.json().errors).toEqual([{ pointer: '/name', detail: expect.any(String) }]);
  });

  it('a body that grows over the bound unannounced, and stays open for the next request', async () => {
    const url = await open({}, { bodyBytesMax: 1_000 });
    const head = 'POST /v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    const chunk = `${(2_000).toString(16)}\r\n${'x'.repeat(2_000)}\r\n`;
    const token = `Authorization: ${claims()}\r\n`;
    const answered = await askRaw(
      url,
      `${head}${token}Transfer-Encoding: chunked\r\n\r\n${chunk}${chunk}0\r\n\r\n` +
        `GET /v1/accounts HTTP/1.1\r\nHost: x\r\n${token}Connection: close\r\n\r\n`,
    );
    expect(answered.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 404']);
  });
});

describe('a door under attack', () => {
  it.each(['a\tb', 'caf\u00e9', 'x'.repeat(200)])(
    'does not echo the request id %p',
    async (given) => {
      const url = await open();
      const answered = await askRaw(
        url,
        `GET /nowhere HTTP/1.1\r\nHost: x\r\nX-Request-Id: ${given}\r\nConnection: close\r\n\r\n`,
      );
      expect(answered).toMatch(/^HTTP\/1\.1 404/);
      expect(answered).toMatch(/\r\nX-Request-Id: [\da-f-]{36}\r\n/i);
    },
  );

  it('cuts a body that stalls', async () => {
    const url = await open(
      {},
      { limits: { requestTimeoutMs: 100, headersTimeoutMs: 100, checkEveryMs: 20 } },
    );
    const answered = await askRaw(
      url,
      'POST /v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' +
        `Authorization: ${claims()}\r\nContent-Length: 90\r\n\r\n{"name":`,
    );
    expect(answered).toMatch(/^HTTP\/1\.1 408/);
    await eventually(() => door.lines.length === 1);
  });

  it('notices that a caller went away in the middle of a body, and goes on', async () => {
    const url = await open();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(
      'POST /v1/accounts HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n' +
        `Authorization: ${claims()}\r\nContent-Length: 90\r\n\r\n{"name":`,
    );
    await once(door.server, 'request');
    socket.destroy();
    await eventually(() => door.lines.length === 1);
    expect(door.lines[0]?.fields).toMatchObject({ status: 499, code: 'client-gone' });
    expect((await ask(url, { path: '/v1/accounts' })).status).toBe(404);
  });

  it('refuses heads that are too large', async () => {
    const url = await open();
    const answered = await askRaw(
      url,
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    );
    expect(answered).toMatch(/^HTTP\/1\.1 431/);
  });
});

describe('the log', () => {
  it('has one line for each request, without what was said', async () => {
    const observed: unknown[] = [];
    const url = await open({}, { observe: (...parameters) => observed.push(parameters) });
    await ask(url, register({ headers: { 'x-request-id': 'r-1' } }));
    expect(door.lines).toEqual([
      {
        level: 'info',
        message: 'answered',
        fields: {
          route: 'registerAccount',
          status: 201,
          durationMs: expect.any(Number),
          requestId: 'r-1',
          subject: 'u-1',
        },
      },
    ]);
    expect(observed).toEqual([['registerAccount', 201, expect.any(Number)]]);
  });

  it.each<[string, Ask, string, string, string]>([
    ['nobody answers', { path: '/nowhere' }, 'info', 'unmatched', 'no-such-route'],
    ['the input is bad', register({ body: '{' }), 'warn', 'registerAccount', 'malformed-json'],
    ['we broke', { path: '/v1/accounts/acme' }, 'error', 'readAccount', 'unexpected'],
  ])('says so when %s', async (_name, request, level, route, code) => {
    const cause = new Error('inside');
    const url = await open({ read: () => Promise.reject(cause) });
    await ask(url, request);
    expect(door.lines).toHaveLength(1);
    expect(door.lines[0]).toMatchObject({ level, fields: { route, code } });
    if (level === 'error') expect(door.lines[0]?.fields.error).toBe(cause);
  });
});
