import type { Server } from 'node:http';
import { type HttpDoor, httpDoor, jsonReply } from '@steward/http';
import { isAsked, noticeOf, routes } from './subject.ts';

const principal = { subject: 'ada', roles: [], scopes: new Set(routes.map(({ scope }) => scope)) };

/** The door as a service opens it, but for the token and the log line: the gateway's benchmarks have those. */
export const edgeDoor = (changes: Partial<HttpDoor> = {}): Server =>
  httpDoor({
    routes: routes.map((contract) => ({
      contract,
      answer: async ({ params }) =>
        isAsked(contract) ? jsonReply(200, noticeOf(params.accountId ?? '')) : jsonReply(200, {}),
    })),
    verifyToken: () => principal,
    now: () => new Date(),
    log: () => undefined,
    ...changes,
  });
