import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Client } from './client.ts';

type Reply = (response: ServerResponse) => void;

const json =
  (status: number, body: object, headers: Record<string, string> = {}): Reply =>
  (response) =>
    void response.writeHead(status, headers).end(JSON.stringify(body));
const refusing = (status: number, code: string) => json(status, { code, detail: 'No' });
const cut: Reply = (response) => void response.socket?.destroy();
const fine = json(200, { id: 't-1', version: 1 });

/** A server that answers as it is told, in the order it is told; the last answer stays. */
const troubled = async (...replies: Reply[]) => {
  const seen: { authorization?: string; key?: string; body: string }[] = [];
  const server: Server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    if (request.method === 'GET') return fine(response);
    const { authorization, 'idempotency-key': key } = request.headers;
    seen.push({
      body,
      ...(authorization !== undefined && { authorization }),
      ...(typeof key === 'string' && { key }),
    });
    (replies.length > 1 ? replies.shift() : replies[0])?.(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { server, url, seen };
};

const servers: Server[] = [];
const clients: Client[] = [];
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

const clientOf = async (url: string, tokens = async () => 'secret') => {
  const client = new Client({ url, tokens, connections: 2, correlationId: 'import-1' });
  clients.push(client);
  await client.open();
  return client;
};

const meet = async (...replies: Reply[]) => {
  const { server, url, seen } = await troubled(...replies);
  servers.push(server);
  return { client: await clientOf(url), seen };
};

describe('a call', () => {
  it.each([
    { what: 'a connection that is cut', trouble: cut },
    { what: 'a failure', trouble: refusing(500, 'unexpected') },
    { what: 'a bad gateway', trouble: json(502, {}) },
    { what: 'a busy platform', trouble: json(503, {}, { 'retry-after': '0' }) },
    { what: 'a quota', trouble: json(429, {}, { 'retry-after': '0' }) },
    { what: 'its own first try', trouble: refusing(409, 'idempotency-key-in-use') },
  ])('outlasts $what, and says the same again', async ({ trouble }) => {
    const { client, seen } = await meet(trouble, trouble, fine);
    expect((await client.post('/v1/x', '{"a":1}', 'key-1')).status).toBe(200);
    const said = { body: '{"a":1}', key: 'key-1', authorization: 'Bearer secret' };
    expect(seen).toEqual([said, said, said]);
  });

  it('that is refused is answered once, with what was said', async () => {
    const { client, seen } = await meet(refusing(409, 'ticket-entry-missing'));
    const answer = await client.post('/v1/x', '{}');
    expect(answer).toMatchObject({ status: 409, body: expect.stringContaining('entry-missing') });
    expect(seen).toHaveLength(1);
  });

  it.each([
    { what: 'the token is not trusted', reply: refusing(401, 'token-invalid') },
    { what: 'the scope is missing', reply: refusing(403, 'scope-missing') },
    { what: 'no such route is there', reply: refusing(404, 'no-such-route') },
  ])('ends the import where $what', async ({ reply }) => {
    const { client } = await meet(reply);
    await expect(client.post('/v1/x', '{}')).rejects.toThrow('refuses: ');
  });

  it('ends the import where something else than Steward answers', async () => {
    const { client } = await meet((response) => void response.writeHead(404).end('<html>'));
    await expect(client.post('/v1/x', '{}')).rejects.toThrow('Is it the gateway?');
  });

  it('is made with a new token where the old one has expired', async () => {
    const { server, url, seen } = await troubled(refusing(401, 'token-expired'), fine);
    servers.push(server);
    const tokens = ['token-1', 'token-2'];
    const client = await clientOf(url, async () => tokens.shift() ?? '');
    expect((await client.post('/v1/x', '{}')).status).toBe(200);
    expect(seen.map(({ authorization }) => authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
  });

  it('finds out at once where nobody is there', async () => {
    const { server, url } = await troubled(fine);
    await new Promise((resolve) => server.close(resolve));
    await expect(clientOf(url)).rejects.toThrow('npm start brings the platform up');
  });
});
