import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { eventually } from '../start-service-for-test.ts';
import { type FaultProxy, faultProxy } from './fault-proxy.ts';

const host = '127.0.0.1';

/** What one end of a connection has heard, and what became of it. */
interface End {
  readonly socket: Socket;
  heard(): string;
  fate(): 'open' | 'ended' | 'reset' | 'closed';
}

const endOf = (socket: Socket): End => {
  const chunks: Buffer[] = [];
  let failed = false;
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  socket.on('error', () => {
    failed = true;
  });
  return {
    socket,
    heard: () => Buffer.concat(chunks).toString('latin1'),
    fate: () => {
      if (failed) return 'reset';
      if (socket.destroyed) return 'closed';
      return socket.readableEnded ? 'ended' : 'open';
    },
  };
};

let accepted: End[];
let clients: Socket[];
let server: ReturnType<typeof createServer>;
let proxy: FaultProxy;

const open = async (): Promise<End> => {
  const socket = connect({ host, port: proxy.port, allowHalfOpen: true });
  clients.push(socket);
  const end = endOf(socket);
  await once(socket, 'connect');
  return end;
};

/** How a connection ends that the proxy does not want: while it is made, or right after. */
const fateOfNewcomer = async () => {
  try {
    const newcomer = await open();
    await comesTo(newcomer, 'reset');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code;
  }
  return 'ECONNRESET';
};

/** A connection through the proxy at which both ends have heard each other. */
const openPair = async () => {
  const before = accepted.length;
  const client = await open();
  client.socket.write('hello');
  const at = await acceptedAs(before);
  await hears(at, 'hello');
  at.socket.write('welcome');
  await hears(client, 'welcome');
  return { client, at };
};

const acceptedAs = async (index: number): Promise<End> => {
  await eventually(
    async () => accepted.length,
    (length) => length > index,
  );
  return accepted[index] as End;
};

const hears = (end: End, text: string) =>
  eventually(
    async () => end.heard(),
    (heard) => heard === text,
  );
const comesTo = (end: End, fate: ReturnType<End['fate']>) =>
  eventually(
    async () => end.fate(),
    (now) => now === fate,
  );

/** Enough turns through another proxy for anything that was going to arrive to have arrived. */
const settle = async () => {
  const aside = createServer((socket) => socket.on('error', () => undefined).pipe(socket));
  await once(aside.listen(0, host), 'listening');
  const other = await faultProxy({ to: { host, port: (aside.address() as AddressInfo).port } });
  const socket = connect(other.port, host);
  for (let turn = 0; turn < 50; turn += 1) {
    socket.write('.');
    await once(socket, 'data');
  }
  socket.end();
  await once(socket, 'close');
  await other.close();
  aside.close();
};

describe('a fault proxy', () => {
  beforeEach(async () => {
    accepted = [];
    clients = [];
    server = createServer({ allowHalfOpen: true }, (socket) => accepted.push(endOf(socket)));
    await once(server.listen(0, host), 'listening');
    proxy = await faultProxy({ to: { host, port: (server.address() as AddressInfo).port } });
  });

  afterEach(async () => {
    await proxy.close();
    for (const { socket } of accepted) socket.destroy();
    for (const socket of clients) socket.destroy();
    server.close();
  });

  it.each([
    { network: 'a sound network', meet: () => proxy.heal() },
    { network: 'a late one', meet: () => proxy.slow({ latencyMs: 20 }) },
    {
      network: 'a narrow one',
      meet: () => proxy.slow({ latencyMs: 0, bytesPerSecond: 20_000_000 }),
    },
  ])('passes on every byte unharmed through $network, and then the end', async ({ meet }) => {
    await meet();
    const client = await open();
    const bytes = randomBytes(3_000_000);
    client.socket.end(bytes);
    const at = await acceptedAs(0);
    await comesTo(at, 'ended');
    expect(Buffer.from(at.heard(), 'latin1').equals(bytes)).toBe(true);
    at.socket.end('thanks');
    await comesTo(client, 'closed');
    expect(client.heard()).toBe('thanks');
    await eventually(
      async () => proxy.connections,
      (connections) => connections === 0,
    );
  });

  it('makes a sender wait for a receiver that does not read', async () => {
    const { client, at } = await openPair();
    at.socket.pause();
    const bytes = Buffer.alloc(16_000_000);
    client.socket.write(bytes);
    await settle();
    expect(client.socket.writableNeedDrain).toBe(true);
    const before = client.socket.bytesWritten - client.socket.writableLength;
    await settle();
    expect(client.socket.bytesWritten - client.socket.writableLength).toBe(before);
    at.socket.resume();
    await eventually(
      async () => at.heard().length,
      (length) => length === bytes.length + 5,
    );
  });

  it('delays each byte, each way', async () => {
    const { client, at } = await openPair();
    await proxy.slow({ latencyMs: 100 });
    const beganAt = performance.now();
    client.socket.write('request');
    await hears(at, 'hellorequest');
    at.socket.write('answer');
    await hears(client, 'welcomeanswer');
    // It can't take less, however fast or slow the machine is.
    expect(performance.now() - beganAt).toBeGreaterThan(199);
  });

  it('lets no more through than the rate', async () => {
    const { client, at } = await openPair();
    await proxy.slow({ latencyMs: 0, bytesPerSecond: 50_000 });
    const beganAt = performance.now();
    client.socket.write(Buffer.alloc(10_000));
    await eventually(
      async () => at.heard().length,
      (length) => length === 10_005,
    );
    expect(performance.now() - beganAt).toBeGreaterThan(150);
  });

  it('is quick again at once when a narrow network is healed', async () => {
    const { client, at } = await openPair();
    await proxy.slow({ latencyMs: 0, bytesPerSecond: 1 });
    client.socket.write('slow as this');
    await settle();
    await proxy.heal();
    await hears(at, 'helloslow as this');
  });

  it('cuts what is open and what comes, until it is healed', async () => {
    const { client, at } = await openPair();
    await proxy.cut();
    await comesTo(client, 'reset');
    await comesTo(at, 'reset');
    expect(await fateOfNewcomer()).toBe('ECONNRESET');
    expect(accepted).toHaveLength(1);
    await proxy.heal();
    await openPair();
  });

  it('refuses connections, and listens on the same port when it is healed', async () => {
    const { client, at } = await openPair();
    const { port } = proxy;
    await proxy.refuse();
    await comesTo(client, 'reset');
    await comesTo(at, 'reset');
    expect(await fateOfNewcomer()).toBe('ECONNREFUSED');
    await proxy.heal();
    await openPair();
    expect(proxy.port).toBe(port);
  });

  it('keeps everything back in a black hole, and delivers it late when it is healed', async () => {
    const { client, at } = await openPair();
    await proxy.blackhole();
    const newcomer = await open();
    newcomer.socket.write('early');
    client.socket.end('request');
    at.socket.write('answer');
    await settle();
    expect([client.heard(), at.heard()]).toEqual(['welcome', 'hello']);
    expect([client.fate(), at.fate(), newcomer.fate()]).toEqual(['open', 'open', 'open']);
    expect(accepted).toHaveLength(1);

    await proxy.heal();
    await hears(client, 'welcomeanswer');
    await hears(at, 'hellorequest');
    await comesTo(at, 'ended');
    await hears(await acceptedAs(1), 'early');
  });

  it('keeps a reset from the other side in a black hole as well', async () => {
    const { client, at } = await openPair();
    await proxy.blackhole();
    at.socket.resetAndDestroy();
    await settle();
    expect(client.fate()).toBe('open');
    await proxy.heal();
    await comesTo(client, 'reset');
  });

  it.each([
    { lost: 'requests', client: 'welcomeanswer', at: 'hello' },
    { lost: 'answers', client: 'welcome', at: 'hellorequest' },
  ] as const)('loses the $lost alone, with both ends open', async ({ lost, ...heard }) => {
    const { client, at } = await openPair();
    await proxy.halfOpen({ lost });
    client.socket.write('request');
    at.socket.write('answer');
    await hears(lost === 'requests' ? client : at, heard[lost === 'requests' ? 'client' : 'at']);
    await settle();
    expect({ client: client.heard(), at: at.heard() }).toEqual(heard);
    expect([client.fate(), at.fate()]).toEqual(['open', 'open']);
    await proxy.heal();
    await comesTo(client, 'reset');
    await comesTo(at, 'reset');
    await openPair();
  });

  it.each(['client', 'server'] as const)(
    'closes the end of the %s and leaves the other open',
    async (lost) => {
      const { client, at } = await openPair();
      await proxy.halfOpen({ lost });
      const [gone, left] = lost === 'client' ? [client, at] : [at, client];
      await comesTo(gone, 'ended');
      left.socket.write('anybody there?');
      await settle();
      expect(left.fate()).toBe('open');
      await proxy.heal();
      await comesTo(left, 'reset');
    },
  );

  it('spares a half-open connection through which nothing was lost', async () => {
    const { client, at } = await openPair();
    await proxy.halfOpen();
    await proxy.heal();
    client.socket.write('still');
    await hears(at, 'hellostill');
  });

  it('resets a client whose server is away', async () => {
    server.close();
    expect(await fateOfNewcomer()).toBe('ECONNRESET');
    await eventually(
      async () => proxy.connections,
      (connections) => connections === 0,
    );
  });
});
