import { once } from 'node:events';
import { type IncomingMessage, request, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { accountRoutes } from '@steward/contracts';
import { answer, type CommandHandler, type QueryHandler } from './answer.ts';
import { type HttpDoor, httpDoor } from './http-door.ts';
import { principalOf } from './principal.ts';

/** Doors on loopback for the tests of this package: a caller names its claims in plain JSON. */

export const noon = new Date('2026-03-02T12:00:00.000Z');

const { registerAccount, assignAccountOwner, readAccount, listAccounts } = accountRoutes;

export interface Handlers {
  readonly register?: CommandHandler<typeof registerAccount>;
  readonly assign?: CommandHandler<typeof assignAccountOwner>;
  readonly read?: QueryHandler<typeof readAccount>;
  readonly list?: QueryHandler<typeof listAccounts>;
}

export interface LogLine {
  readonly level: string;
  readonly message: string;
  readonly fields: Record<string, unknown>;
}

const nothing = async () => undefined;
const first = async () => ({ id: 'a-1', version: 0, isReplay: false });

export const listen = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

export const openDoor = async (
  { register = first, assign = first, read = nothing, list = nothing }: Handlers = {},
  changes: Partial<HttpDoor> = {},
) => {
  const lines: LogLine[] = [];
  const server = httpDoor({
    routes: [
      answer(registerAccount, register),
      answer(assignAccountOwner, assign),
      answer(readAccount, read),
      answer(listAccounts, list),
    ],
    verifyToken: (header) => principalOf(JSON.parse(header ?? '{}')),
    now: () => noon,
    log: (level, message, fields) => lines.push({ level, message, fields }),
    ...changes,
  });
  const url = await listen(server);
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { server, url, lines, close };
};

export type Door = Awaited<ReturnType<typeof openDoor>>;

export const claims = (changes: Record<string, unknown> = {}): string =>
  JSON.stringify({ sub: 'u-1', roles: ['account-owner'], ...changes });

export interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}

export interface Answered {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly json: () => Record<string, unknown>;
}

/** Plain node:http: unlike `fetch` it sends the path and the headers exactly as they are given. */
export const ask = async (
  url: string,
  { method = 'GET', path, headers = {}, body }: Ask,
): Promise<Answered> => {
  const sent = request(url, {
    method,
    path,
    agent: false,
    headers: {
      authorization: claims(),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
  });
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  return {
    status: response.statusCode ?? 0,
    headers: response.headers,
    text,
    json: () => JSON.parse(text) as Record<string, unknown>,
  };
};

/** Sends bytes as they are and gives all that comes back until the other side closes. */
export const askRaw = async (url: string, bytes: string): Promise<string> => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write(bytes);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

/** Waits until something is so; a deadline of its own keeps a broken test from hanging. */
export const eventually = async (isSo: () => boolean): Promise<void> => {
  const deadlineMs = performance.now() + 5_000;
  while (!isSo()) {
    if (performance.now() > deadlineMs) throw new Error('It did not come to be');
    await new Promise((resolve) => setImmediate(resolve));
  }
};
