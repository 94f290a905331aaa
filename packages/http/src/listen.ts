import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Opens a server on a port, 0 for any that is free; answers the address at which it can be called from here. */
export const listen = async (server: Server, port: number, host: string): Promise<string> => {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${taken}`;
};
