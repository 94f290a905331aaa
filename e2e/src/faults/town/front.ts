import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** One address for all replicas of a service: connections go to them in turn. */
export interface Front {
  readonly url: string;
  close(): Promise<void>;
}

const host = '127.0.0.1';

/** Joins two connections until either of them ends. */
const join = (client: Socket, server: Socket) => {
  const end = () => {
    client.destroy();
    server.destroy();
  };
  for (const socket of [client, server]) socket.once('close', end).on('error', end);
  client.pipe(server);
  server.pipe(client);
};

/** The first of these ports at which somebody takes a connection. */
const firstOpen = async (ports: readonly number[]): Promise<Socket | undefined> => {
  for (const port of ports) {
    const socket = connect({ host, port, noDelay: true });
    try {
      await once(socket, 'connect');
      return socket;
    } catch {
      // Nobody is there: the next replica may be.
      socket.destroy();
    }
  }
  return undefined;
};

/** Like a Service of Kubernetes: it knows which replicas there are, and nothing of how they feel. */
export const openFront = async (portsNow: () => readonly number[]): Promise<Front> => {
  const sockets = new Set<Socket>();
  let turn = 0;
  const server = createServer({ noDelay: true, pauseOnConnect: true }, async (client) => {
    sockets.add(client);
    client.once('close', () => sockets.delete(client)).on('error', () => client.destroy());
    const ports = portsNow();
    turn += 1;
    const first = ports.length === 0 ? 0 : turn % ports.length;
    const replica = await firstOpen([...ports.slice(first), ...ports.slice(0, first)]);
    if (replica) join(client, replica);
    else client.resetAndDestroy();
  });
  server.listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${host}:${port}`,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
};
