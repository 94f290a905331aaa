import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { connectRedis, revocations } from '@steward/cache';
import { ask, bearer, eventually, openGateway } from './fixtures/gateway-under-test.ts';
import { type ServiceUnderTest, startService } from './fixtures/service-under-test.ts';

let service: ServiceUnderTest;
let gateway: Awaited<ReturnType<typeof openGateway>>;
let authorization: string;
const quiet = () => undefined;

beforeAll(async () => {
  service = await startService();
  gateway = await openGateway(service.url, {
    BODY_BYTES_MAX: '1000',
    QUOTA_PER_MINUTE: '50',
    QUOTA_PER_DAY: '60',
  });
  authorization = await bearer();
});
afterAll(async () => {
  await gateway.stop();
  await service.stop();
});

describe('the gate', () => {
  it.each([
    ['no token', 401, 'token-missing', {}],
    ['a token that is none', 401, 'token-invalid', { headers: { authorization: 'Bearer x.y.z' } }],
    ['an unknown path', 404, 'no-such-route', { path: '/v1/nothing' }],
    ['another method', 405, 'method-not-allowed', { method: 'DELETE', path: '/v1/accounts/acme' }],
  ])('turns %s away with %i', async (_what, status, code, asked) => {
    const got = await ask(gateway.url, asked);
    expect(got.status).toBe(status);
    expect(got.headers['content-type']).toBe('application/problem+json');
    expect(got.json()).toMatchObject({ status, code, requestId: got.headers['x-request-id'] });
    expect(service.received).toHaveLength(0);
  });

  it('names the methods that a path answers, and allows no other origin', async () => {
    const got = await ask(gateway.url, { method: 'PUT', path: '/v1/accounts' });
    expect(got.headers.allow).toBe('GET, HEAD, POST');
    expect(got.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('turns a token without the scope of the route away', async () => {
    const headers = { authorization: await bearer({ roles: ['analyst'] }) };
    const got = await ask(gateway.url, { method: 'POST', path: '/v1/accounts', headers });
    expect([got.status, got.json().code]).toEqual([403, 'scope-missing']);
  });

  it.each([
    ['with a length', { 'content-length': '1001' }],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('turns a body away that is too large, sent %s', async (_how, sized) => {
    const headers = { authorization, 'content-type': 'application/json', ...sized };
    const body = 'x'.repeat(1_001);
    const got = await ask(gateway.url, { method: 'POST', path: '/v1/accounts', headers, body });
    expect([got.status, got.json().code]).toEqual([413, 'body-too-large']);
  });

  it('turns headers away that are too large', async () => {
    const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1');
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${'x'.repeat(20_000)}\r\n\r\n`);
    const chunks: Buffer[] = [];
    for await (const chunk of socket) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('knows the services that it was told of only', async () => {
    const headers = { authorization };
    const got = await ask(gateway.url, { path: '/v1/opportunities', headers });
    expect([got.status, got.json().code]).toEqual([503, 'upstream-unavailable']);
    expect(got.headers['retry-after']).toBe('1');
  });
});

describe('quotas', () => {
  const use = async (requests: number, headers: Record<string, string>) => {
    const answers = Array.from({ length: requests }, () => ask(gateway.url, { headers }));
    return Promise.all(answers);
  };

  it('are told with every answer', async () => {
    const got = await ask(gateway.url, { headers: { authorization: await bearer() } });
    expect(got.headers.ratelimit).toMatch(/^"minute";r=49;t=\d+$/);
    expect(got.headers['ratelimit-policy']).toBe(
      '"burst";q=2000;w=1, "minute";q=50;w=60, "day";q=60;w=86400',
    );
  });

  it('end with 429, and say when to come again', async () => {
    const headers = { authorization: await bearer() };
    const answers = await use(120, headers);
    const passed = answers.filter(({ status }) => status === 200).length;
    // A minute that ends in between gives the rest of the day's 60.
    expect([50, 60]).toContain(passed);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.json().code).toBe('quota-exceeded');
    expect(refused?.headers.ratelimit).toMatch(/^"(minute|day)";r=0;t=\d+$/);
    expect(Number(refused?.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('leave those who bring in history without a limit per minute', async () => {
    const headers = { authorization: await bearer({ roles: ['importer'] }) };
    const answers = await use(70, headers);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(60);
  });
});

describe('a revoked token', () => {
  it('is turned away within a second', async () => {
    const redis = await connectRedis(gateway.config.REDIS_URL, quiet);
    const keyPrefix = `${gateway.config.NAMESPACE}:revoked`;
    const list = await revocations({ redis, log: quiet, now: () => new Date(), keyPrefix });
    const subject = `mallory-${randomUUID()}`;
    const headers = { authorization: await bearer({ subject }) };
    expect((await ask(gateway.url, { headers })).status).toBe(200);

    await list.revoke({ subject }, new Date(Date.now() + 60_000));
    await eventually(async () => (await ask(gateway.url, { headers })).status === 401, 1_000);
    expect((await ask(gateway.url, { headers })).json().code).toBe('token-revoked');
    await list.stop();
    redis.disconnect();
  });
});

describe('what operators see', () => {
  it('is readiness, and the metrics of what happened', async () => {
    expect((await ask(gateway.healthUrl, { path: '/readyz' })).status).toBe(200);
    const metrics = (await ask(gateway.healthUrl, { path: '/metrics' })).bytes.toString();
    expect(metrics).toMatch(/gateway_requests_total\{.*route="readAccount".*outcome="2xx"/);
    expect(metrics).toMatch(/gateway_limited_total\{/);
    expect(metrics).toMatch(/gateway_breaker_state\{.*upstream="account".*\} 0/);
    expect(metrics).toMatch(/gateway_upstream_seconds_count\{.*upstream="account"/);
  });
});
