import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { eventually } from '../fixtures/gateway-under-test.ts';
import { connectionsTo } from './connections.ts';
import type { Line, Taker } from './taker.ts';

const bounds = { connectionsMax: 2, connectMs: 1_000, waitMsMax: 1_000 };
const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

let server: Server;
let url: string;
let sockets: Socket[];
/** What a service does with the bytes that reach it. */
let serve: (socket: Socket, bytes: string) => void;

beforeEach(async () => {
  sockets = [];
  serve = (socket) => socket.write(ok);
  server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => socket.destroy());
    socket.on('data', (bytes) => serve(socket, bytes.toString()));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.close();
  for (const socket of sockets) socket.destroy();
});

/** Waits for one answer, or for the failure of its connection. */
const taking = () => {
  let cancelled = false;
  let line: Line | undefined;
  let body = '';
  let taker: Taker | undefined;
  const answered = new Promise<string>((resolve, reject) => {
    taker = {
      get isCancelled() {
        return cancelled;
      },
      onStart: (started) => {
        line = started;
      },
      onHead: () => undefined,
      onBody: (bytes) => {
        body += bytes.toString();
      },
      onEnd: () => resolve(body),
      onFailure: reject,
    };
  });
  const cancel = (): void => {
    cancelled = true;
    line?.cut();
  };
  return { taker: taker as unknown as Taker, answered, cancel };
};

const outgoing = (path: string) => ({
  method: 'GET',
  path,
  headers: ['x-a', '1'],
  body: undefined,
});

describe('connections to a service', () => {
  it('are used again, one request at a time on each', async () => {
    const connections = connectionsTo(url, bounds);
    for (let sent = 1; sent <= 10; sent += 1) {
      const { taker, answered } = taking();
      connections.send(outgoing(`/${sent}`), taker);
      expect(await answered).toBe('ok');
    }
    // One that has just answered may not count as free yet.
    expect(sockets.length).toBeLessThanOrEqual(2);
    connections.close();
  });

  it('are never more than allowed: further requests wait for one', async () => {
    const connections = connectionsTo(url, bounds);
    const all = Array.from({ length: 10 }, taking);
    for (const { taker } of all) connections.send(outgoing('/'), taker);
    const bodies = await Promise.all(all.map(({ answered }) => answered));
    expect(bodies).toEqual(Array.from({ length: 10 }, () => 'ok'));
    expect(sockets).toHaveLength(2);
    connections.close();
  });

  it('never carry a request that was cancelled while it waited', async () => {
    const connections = connectionsTo(url, { ...bounds, connectionsMax: 1 });
    const paths: string[] = [];
    serve = (socket, bytes) => {
      paths.push(bytes.split(' ')[1] ?? '');
      socket.write(ok);
    };
    const [first, cancelled, last] = [taking(), taking(), taking()];
    connections.send(outgoing('/first'), first.taker);
    connections.send(outgoing('/cancelled'), cancelled.taker);
    connections.send(outgoing('/last'), last.taker);
    cancelled.cancel();
    expect(await last.answered).toBe('ok');
    expect(paths).toEqual(['/first', '/last']);
    connections.close();
  });

  it('are left behind when an answer is followed by something else', async () => {
    serve = (socket) => socket.write(`${ok}HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nother`);
    const connections = connectionsTo(url, bounds);
    for (const path of ['/1', '/2']) {
      const { taker, answered } = taking();
      connections.send(outgoing(path), taker);
      expect(await answered).toBe('ok');
    }
    expect(sockets).toHaveLength(2);
    connections.close();
  });

  it('fail what is on them when the service cuts them, and what waits for them goes on', async () => {
    const connections = connectionsTo(url, { ...bounds, connectionsMax: 1 });
    serve = (socket, bytes) => (bytes.includes('/bad') ? socket.destroy() : socket.write(ok));
    const [bad, good] = [taking(), taking()];
    connections.send(outgoing('/bad'), bad.taker);
    connections.send(outgoing('/good'), good.taker);
    await expect(bad.answered).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
    expect(await good.answered).toBe('ok');
    connections.close();
  });

  it('tell all that wait when none can be made', async () => {
    server.close();
    await once(server, 'close');
    const connections = connectionsTo(url, bounds);
    const all = Array.from({ length: 5 }, taking);
    for (const { taker } of all) connections.send(outgoing('/'), taker);
    const outcomes = await Promise.allSettled(all.map(({ answered }) => answered));
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'ECONNREFUSED' } });
    connections.close();
  });

  it('are swamped once as many wait as there are connections, until nobody waits any more', async () => {
    serve = () => undefined;
    const connections = connectionsTo(url, { ...bounds, waitMsMax: 20 });
    const all = Array.from({ length: 4 }, taking);
    for (const { taker } of all) connections.send(outgoing('/'), taker);
    expect(connections.isSwamped()).toBe(false);
    await eventually(() => sockets.length === 2 && connections.isSwamped());
    serve = (socket) => socket.write(ok);
    for (const socket of sockets) socket.write(ok);
    const outcomes = await Promise.allSettled(all.map(({ answered }) => answered));
    const [answered, putOff] = [{ value: 'ok' }, { reason: { code: 'overloaded' } }];
    expect(outcomes).toMatchObject([answered, answered, putOff, putOff]);
    expect(connections.isSwamped()).toBe(false);
    connections.close();
  });

  it('put off whoever waits too long for those that are all in use, and let the others through', async () => {
    const [serveLate, served]: [Array<() => void>, string[]] = [[], []];
    serve = (socket) => serveLate.push(() => socket.write(ok));
    const connections = connectionsTo(url, { ...bounds, waitMsMax: 20 });
    const ask = (): Promise<unknown> => {
      const { taker, answered } = taking();
      connections.send(outgoing('/'), taker);
      return answered.then(
        (body) => served.push(body),
        (error: unknown) => error,
      );
    };
    const first = [ask(), ask(), ask(), ask()];
    await eventually(() => serveLate.length === 2 && connections.isSwamped());
    const late = ask();
    serveLate.shift()?.();
    await eventually(() => serveLate.length === 2);
    for (const answer of serveLate) answer();
    const outcomes = await Promise.all([...first, late]);
    expect(served).toEqual(['ok', 'ok', 'ok']);
    expect(outcomes.filter((outcome) => outcome instanceof Error)).toMatchObject([
      { code: 'overloaded' },
      { code: 'overloaded' },
    ]);
    await connections.close();
  });

  it('are opened anew after the service has closed those that were idle', async () => {
    const connections = connectionsTo(url, bounds);
    const first = taking();
    connections.send(outgoing('/'), first.taker);
    await first.answered;
    const gone = once(sockets[0] as Socket, 'close');
    sockets[0]?.end();
    await gone;
    const second = taking();
    connections.send(outgoing('/'), second.taker);
    expect(await second.answered).toBe('ok');
    connections.close();
  });
});
