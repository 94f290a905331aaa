import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import { ask, bearer, eventually, openGateway, send } from './fixtures/gateway-under-test.ts';
import {
  type Answering,
  type ServiceUnderTest,
  startService,
} from './fixtures/service-under-test.ts';

let service: ServiceUnderTest;
let gateway: Awaited<ReturnType<typeof openGateway>>;
let authorization: string;

const fine: Answering = (_request, response) => void response.end('{}');
const silent: Answering = () => undefined;
const cut: Answering = (request) => void request.socket.destroy();

/** Misbehaves so many times, then answers. */
const times = (count: number, bad: Answering): Answering => {
  let left = count;
  return (...call) => {
    left -= 1;
    return left >= 0 ? bad(...call) : fine(...call);
  };
};

const post = (headers: Record<string, string> = {}) =>
  ask(gateway.url, {
    method: 'POST',
    path: '/v1/accounts',
    headers: { authorization, ...headers },
    body: '{}',
  });
const get = () => ask(gateway.url, { headers: { authorization } });

beforeEach(async () => {
  service = await startService();
  gateway = await openGateway(service.url, { DEADLINE_SECONDS: '0.5', UPSTREAM_CONNECTIONS: '8' });
  authorization = await bearer();
});
afterEach(async () => {
  await gateway.stop();
  await service.stop();
});

describe('a service that breaks the connection before it answers', () => {
  it.each([
    ['a GET', () => get(), 200, 2],
    ['a POST with a key', () => post({ 'idempotency-key': 'k-1' }), 200, 2],
    ['a POST without one', () => post(), 502, 1],
  ])('has %s sent again only where that is safe', async (_what, asked, status, sent) => {
    service.answerBy(times(1, cut));
    expect((await asked()).status).toBe(status);
    expect(service.received).toHaveLength(sent);
  });

  it('is asked twice at most', async () => {
    service.answerBy(cut);
    const got = await get();
    expect([got.status, got.json().code]).toEqual([502, 'upstream-failed']);
    expect(service.received).toHaveLength(2);
  });
});

describe('a service that breaks off in the middle of its answer', () => {
  it('makes the client see a cut connection, and is not asked again', async () => {
    service.answerBy((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      setImmediate(() => response.destroy());
    });
    await expect(get()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(service.received).toHaveLength(1);
  });
});

describe('a service that is slow', () => {
  it('is given up at the deadline', async () => {
    service.answerBy(silent);
    const got = await get();
    expect([got.status, got.json().code]).toEqual([504, 'upstream-timeout']);
    expect(service.received).toHaveLength(1);
  });

  it('is given up at the deadline also while a request still waits for a connection', async () => {
    service.answerBy(silent);
    const answers = await Promise.all(Array.from({ length: 20 }, get));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 504));
  });

  it('is cut off in the middle of an answer that does not end', async () => {
    service.answerBy((_request, response) => void response.write('and on and on'));
    await expect(get()).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});

describe('a service that is away', () => {
  it('answers 503 at once, is left alone after ten failures, and is found when it is back', async () => {
    await service.stop();
    const got = await get();
    expect([got.status, got.json().code]).toEqual([503, 'upstream-unavailable']);
    expect(got.headers['retry-after']).toBe('1');
    for (let request = 0; request < 5; request += 1) expect((await get()).status).toBe(503);

    service = await startService(service.port);
    // The breaker is open: nothing reaches the service yet.
    expect((await get()).status).toBe(503);
    expect(service.received).toHaveLength(0);
    await eventually(async () => (await get()).status === 200);
  });
});

describe('clients that go away', () => {
  const largeAnswer = Buffer.alloc(4 * 1024 * 1024);
  const agentless = { agent: false, headers: {} as Record<string, string> };

  /** Reads the beginning of a large answer, so that the rest waits for it, and goes away. */
  const abortMidway = async (): Promise<void> => {
    const sent = httpRequest(`${gateway.url}/v1/accounts/acme`, {
      ...agentless,
      headers: { authorization },
    });
    sent.on('error', () => undefined);
    sent.end();
    const [response] = await once(sent, 'response');
    response.pause();
    sent.destroy();
  };

  it('never take a connection with them, burst after burst', async () => {
    service.answerBy((_request, response) => void response.end(largeAnswer));
    for (let burst = 0; burst < 4; burst += 1)
      await Promise.all(Array.from({ length: 16 }, abortMidway));
    service.answerBy(fine);
    const answers = await Promise.all(Array.from({ length: 16 }, get));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 16 }, () => 200));
  });

  it('have their request ended at the service as well, and count as no failure of it', async () => {
    let ended = 0;
    service.answerBy((request) => {
      request.socket.once('close', () => {
        ended += 1;
      });
    });
    for (let round = 0; round < 12; round += 1) {
      const sent = send(gateway.url, { headers: { authorization } });
      sent.on('error', () => undefined);
      await eventually(() => service.received.length === round + 1);
      sent.destroy();
      await eventually(() => ended === round + 1);
    }
    service.answerBy(fine);
    expect((await get()).status).toBe(200);
  });
});

describe('a client that reads slowly', () => {
  it('slows the service down instead of filling the memory, and gets everything', async () => {
    const size = 32 * 1024 * 1024;
    let written = 0;
    service.answerBy(async (_request, response) => {
      const chunk = Buffer.alloc(64 * 1024);
      response.writeHead(200, { 'content-length': String(size) });
      for (; written < size; written += chunk.length)
        if (!response.write(chunk)) await once(response, 'drain');
      response.end();
    });
    await gateway.stop();
    gateway = await openGateway(service.url);
    const sent = send(gateway.url, { headers: { authorization } });
    const [response] = await once(sent, 'response');
    response.pause();
    let before = -1;
    // It stands still once the buffers in between are full.
    await eventually(async () => {
      const isStill = written === before;
      before = written;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return isStill && written > 0;
    });
    expect(written).toBeLessThan(size);
    let read = 0;
    for await (const chunk of response) read += chunk.length;
    expect(read).toBe(size);
  });
});

describe('too much at once', () => {
  it('is put off with 503 where the service has too many requests under way', async () => {
    await gateway.stop();
    gateway = await openGateway(service.url, { UPSTREAM_REQUESTS_MAX: '4' });
    service.answerBy(silent);
    const held = Array.from({ length: 4 }, () => send(gateway.url, { headers: { authorization } }));
    for (const sent of held) sent.on('error', () => undefined);
    await eventually(() => service.received.length === 4);
    const got = await get();
    expect([got.status, got.json().code]).toEqual([503, 'overloaded']);
    for (const sent of held) sent.destroy();
    service.answerBy(fine);
    await eventually(async () => (await get()).status === 200);
  });

  it('is put off with 503 while the event loop runs late, and taken in again afterwards', async () => {
    await gateway.stop();
    gateway = await openGateway(service.url, { SHED_DELAY_MS: '30' });
    let isBusy = true;
    const burn = (): void => {
      const untilMs = performance.now() + 100;
      while (performance.now() < untilMs);
      if (isBusy) setTimeout(burn, 1);
    };
    burn();
    await eventually(async () => (await get()).json().code === 'overloaded', 20_000);
    isBusy = false;
    await eventually(async () => (await get()).status === 200);
  });
});

describe('stopping', () => {
  it('lets what is under way end, and takes in nothing more', async () => {
    let release = (): void => undefined;
    service.answerBy((_request, response) => {
      release = () => void response.end('{"late":true}');
    });
    const underway = get();
    await eventually(() => service.received.length === 1);
    const stopped = gateway.stop();
    release();
    const got = await underway;
    expect([got.status, got.json()]).toEqual([200, { late: true }]);
    await stopped;
    await expect(get()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    gateway = await openGateway(service.url);
  });
});
