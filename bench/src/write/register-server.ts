import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { accountRoutes, validator } from '@steward/contracts';

/** What a request to register an account says. */
export interface Registration {
  readonly accountId?: string;
  readonly name: string;
  readonly industry: string;
  readonly ownerId: string;
}

const isRegistration = validator(accountRoutes.registerAccount.body);

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const send = (response: ServerResponse, status: number, answer: object) => {
  const body = JSON.stringify(answer);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
};

/** Longer than any benchmark lasts: a connection must not be closed just as its next request leaves. */
const keepAliveTimeout = 300_000;

/** The way of a request with nothing but node:http and the check that the contract asks for. */
export const registerServer = (
  register: (accountId: string, registration: Registration) => Promise<unknown>,
) =>
  createServer({ keepAliveTimeout }, async (request, response) => {
    try {
      const checked = isRegistration(JSON.parse((await bytesOf(request)).toString()));
      if (!checked.ok) return send(response, 400, checked.problems);
      const registration = checked.value as Registration;
      const id = registration.accountId ?? randomUUID();
      await register(id, registration);
      return send(response, 201, { id, version: 1 });
    } catch (error) {
      return send(response, 500, { message: String(error) });
    }
  });
