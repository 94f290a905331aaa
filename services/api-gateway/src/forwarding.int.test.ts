import { createHash, randomBytes } from 'node:crypto';
import { accountRoutes } from '@steward/contracts';
import { answer, httpDoor, tokenVerifier } from '@steward/http';
import { recordSpans } from '@steward/telemetry/testing';
import { ask, bearer, openGateway } from './fixtures/gateway-under-test.ts';
import { type ServiceUnderTest, startService } from './fixtures/service-under-test.ts';

let service: ServiceUnderTest;
let gateway: Awaited<ReturnType<typeof openGateway>>;
let authorization: string;

beforeAll(async () => {
  service = await startService();
  gateway = await openGateway(service.url);
  authorization = await bearer();
});
afterAll(async () => {
  await gateway.stop();
  await service.stop();
});
beforeEach(() => {
  service.received.length = 0;
  service.answerBy((_request, response) => void response.end('{"accountId":"acme"}'));
});

const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a request on its way to the service', () => {
  it('keeps its path, its query, its token and its own headers', async () => {
    const headers = { authorization, 'if-none-match': '"7"', 'x-own': 'yes', tracestate: 'a=b' };
    const path = '/v1/accounts?industry=finance&cursor=a%2Fb';
    expect((await ask(gateway.url, { path, headers })).status).toBe(200);
    expect(service.received[0]).toMatchObject({ method: 'GET', url: path, headers, body: '' });
  });

  it('loses what belongs to one connection, and what only a proxy of ours may say', async () => {
    const headers = {
      authorization,
      connection: 'keep-alive, X-Secret',
      'x-secret': '1',
      te: 'trailers',
      'proxy-authorization': 'Basic x',
      'x-forwarded-for': '6.6.6.6',
      'x-forwarded-host': 'evil.example',
      forwarded: 'for=6.6.6.6',
    };
    await ask(gateway.url, { headers });
    const got = service.received[0]?.headers ?? {};
    expect(Object.keys(got).sort()).toEqual(
      [
        'authorization',
        'connection',
        'host',
        'x-forwarded-for',
        'x-forwarded-proto',
        'x-request-id',
      ].sort(),
    );
    expect(got).toMatchObject({ 'x-forwarded-for': '127.0.0.1', 'x-forwarded-proto': 'http' });
    expect(got.host).toBe(new URL(service.url).host);
  });

  it('gets a request id where it has none, the same on both sides', async () => {
    const fresh = await ask(gateway.url, { headers: { authorization } });
    expect(fresh.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect(service.received[0]?.headers['x-request-id']).toBe(fresh.headers['x-request-id']);

    const headers = { authorization, 'x-request-id': 'r-7' };
    expect((await ask(gateway.url, { headers })).headers['x-request-id']).toBe('r-7');
    expect(service.received[1]?.headers['x-request-id']).toBe('r-7');
  });

  it('carries its body, whether it came with a length or in chunks', async () => {
    const body = JSON.stringify({ name: 'Acme' });
    const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': 'k-1' };
    const asked = { method: 'POST', path: '/v1/accounts', body };
    await ask(gateway.url, { ...asked, headers });
    await ask(gateway.url, { ...asked, headers: { ...headers, 'transfer-encoding': 'chunked' } });
    for (const { headers: got, ...rest } of service.received) {
      expect(rest).toEqual({ method: 'POST', url: '/v1/accounts', body });
      expect(got).toMatchObject({ 'content-length': '15', 'idempotency-key': 'k-1' });
      expect(got['transfer-encoding']).toBeUndefined();
    }
    expect(service.received).toHaveLength(2);
  });

  it('carries the trace, with a span of the gateway in between', async () => {
    const spans = recordSpans();
    await ask(gateway.url, { headers: { authorization, traceparent } });
    expect(spans.spans()).toMatchObject([{ name: 'gateway readAccount', kind: 'server' }]);
    const passed = service.received[0]?.headers.traceparent;
    expect(passed).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-[\da-f]{16}-01$/);
    expect(passed).not.toBe(traceparent);
    await spans.stop();
  });
});

describe('an answer on its way back', () => {
  it('keeps status, headers and body, and loses what belongs to one connection', async () => {
    service.answerBy((_request, response) => {
      const named = { connection: 'keep-alive, x-hop', 'x-hop': '1', 'set-cookie': ['a=1', 'b=2'] };
      response.writeHead(201, { ...named, etag: '"0"', location: '/v1/accounts/acme' }).end('{}');
    });
    const { status, headers, bytes } = await ask(gateway.url, {
      method: 'POST',
      path: '/v1/accounts',
      headers: { authorization },
    });
    expect(status).toBe(201);
    expect(headers).toMatchObject({ etag: '"0"', location: '/v1/accounts/acme' });
    expect(headers['set-cookie']).toEqual(['a=1', 'b=2']);
    expect(headers['x-hop']).toBeUndefined();
    expect(bytes.toString()).toBe('{}');
  });

  it.each([
    ['204 without a body', 204, 'GET', ''],
    ['304 without a body', 304, 'GET', ''],
    ['200 with an empty body', 200, 'GET', ''],
    ['404 with a problem', 404, 'GET', '{"code":"not-found"}'],
  ])('may be %s', async (_what, status, method, body) => {
    service.answerBy((_request, response) => void response.writeHead(status).end(body));
    const got = await ask(gateway.url, { method, headers: { authorization } });
    expect([got.status, got.bytes.toString()]).toEqual([status, body]);
  });

  it('to a HEAD has the length of the body it leaves out', async () => {
    service.answerBy((_request, response) => {
      response.writeHead(200, { 'content-length': '12345' }).end();
    });
    const got = await ask(gateway.url, { method: 'HEAD', headers: { authorization } });
    expect([got.status, got.headers['content-length'], got.bytes.length]).toEqual([
      200,
      '12345',
      0,
    ]);
    expect(service.received[0]?.method).toBe('HEAD');
  });

  it.each(['with its length', 'in chunks'])('may be large, sent %s', async (how) => {
    const body = randomBytes(5 * 1024 * 1024);
    service.answerBy((_request, response) => {
      if (how === 'with its length') response.setHeader('content-length', body.length);
      else response.write(body.subarray(0, 10));
      response.end(how === 'in chunks' ? body.subarray(10) : body);
    });
    const got = await ask(gateway.url, { headers: { authorization } });
    expect(digest(got.bytes)).toBe(digest(body));
  });
});

describe('behind the gateway', () => {
  it('a service checks the token again', async () => {
    const { issuer, audience, jwksUrl } = {
      issuer: gateway.config.OIDC_ISSUER,
      audience: gateway.config.OIDC_AUDIENCE,
      jwksUrl: gateway.config.OIDC_JWKS_URL,
    };
    const seen: string[] = [];
    const door = httpDoor({
      routes: [
        answer(accountRoutes.readAccount, async ({ params, principal }) => {
          seen.push(`${principal.subject} reads ${params.accountId}`);
          return undefined;
        }),
      ],
      verifyToken: tokenVerifier({ issuer, audience, jwksUrl, now: () => new Date() }),
      now: () => new Date(),
      log: () => undefined,
    });
    service.answerBy((request, response) => void door.emit('request', request, response));
    const { status, json } = await ask(gateway.url, {
      headers: { authorization: await bearer({ subject: 'grace' }) },
    });
    expect([status, json().code]).toEqual([404, 'not-found']);
    expect(seen).toEqual(['grace reads acme']);
  });
});
