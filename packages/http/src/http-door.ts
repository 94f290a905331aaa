import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Scope } from '@steward/contracts';
import { type ConnectionLimits, expressServer, plainExpress } from './express-server.ts';
import type { Principal } from './principal.ts';
import { problemReply } from './problem-reply.ts';
import { ProtocolProblem } from './protocol-problem.ts';
import type { Level, Reply } from './reply.ts';
import { ClientGone, readBody } from './request-body.ts';
import { requestIdOf, traceparentOf } from './request-headers.ts';
import type { Route } from './route.ts';
import { routeTable } from './route-table.ts';
import type { VerifyToken } from './token-verifier.ts';
import { writeReply } from './write-reply.ts';

export type Log = (level: Level, message: string, fields: Record<string, unknown>) => void;

/** Runs a request inside a span, and tells it the trace context that its effects shall carry. */
export type Span = <Result>(
  name: string,
  carrier: { traceparent?: string },
  run: (traceparent: string | undefined) => Promise<Result>,
) => Promise<Result>;

export interface HttpDoor {
  readonly routes: readonly Route[];
  readonly verifyToken: VerifyToken;
  readonly now: () => Date;
  readonly log: Log;
  readonly span?: Span;
  readonly observe?: (routeName: string, status: number, seconds: number) => void;
  readonly bodyBytesMax?: number;
  readonly limits?: ConnectionLimits;
}

/** What is known of one request while it is answered; the log line is made from it. */
interface Visit {
  readonly request: IncomingMessage;
  readonly requestId: string;
  readonly startedMs: number;
  routeName: string;
  subject?: string;
}

const withoutSpan: Span = (_name, { traceparent }, run) => run(traceparent);
const unobserved = (): void => {};

/** The status that nginx logs for it; nobody receives it. */
const clientGone: Reply = {
  status: 499,
  headers: {},
  failure: { code: 'client-gone', level: 'info' },
};

const requireScope = ({ scopes }: Principal, scope: Scope): void => {
  if (scopes.has(scope)) return;
  throw new ProtocolProblem('scope-missing', {
    detail: `The route needs the scope ${scope}`,
    headers: {
      'WWW-Authenticate': `Bearer realm="steward", error="insufficient_scope", scope="${scope}"`,
    },
  });
};

/** The HTTP door of a service: everything from the socket to a route's handler and back. Not yet listening. */
export const httpDoor = ({
  routes,
  verifyToken,
  now,
  log,
  span = withoutSpan,
  observe = unobserved,
  bodyBytesMax = 256 * 1024,
  limits,
}: HttpDoor): Server => {
  const find = routeTable(routes);

  const replyTo = (visit: Visit): Promise<Reply> => {
    const { request, requestId } = visit;
    const { headers, method = '', url = '' } = request;
    const queryAt = url.indexOf('?');
    const path = queryAt === -1 ? url : url.slice(0, queryAt);
    const search = queryAt === -1 ? '' : url.slice(queryAt + 1);
    const { entry, params } = find(method, path);
    const { name, scope } = entry.contract;
    visit.routeName = name;

    const admit = async (traceparent: string | undefined): Promise<Reply> => {
      const verified = verifyToken(headers.authorization);
      const principal = verified instanceof Promise ? await verified : verified;
      visit.subject = principal.subject;
      requireScope(principal, scope);
      return entry.answer({
        headers,
        path,
        params: params(),
        search,
        principal,
        requestId,
        traceparent,
        receivedAt: now(),
        readBody: () => readBody(request, bodyBytesMax),
      });
    };
    const traceparent = traceparentOf(headers);
    return span(name, traceparent === undefined ? {} : { traceparent }, admit);
  };

  const record = (
    { requestId, routeName, subject, startedMs }: Visit,
    { status, failure }: Reply,
  ): void => {
    const durationMs = performance.now() - startedMs;
    observe(routeName, status, durationMs / 1_000);
    log(failure?.level ?? 'info', 'answered', {
      route: routeName,
      status,
      code: failure?.code,
      durationMs: Math.round(durationMs * 1_000) / 1_000,
      requestId,
      subject,
      error: failure?.cause,
    });
  };

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const requestId = requestIdOf(request.headers);
    const startedMs = performance.now();
    const visit: Visit = { request, requestId, startedMs, routeName: 'unmatched' };
    let reply: Reply;
    try {
      reply = await replyTo(visit);
    } catch (error) {
      reply = error instanceof ClientGone ? clientGone : problemReply(error, requestId);
    }
    if (!response.destroyed) writeReply(response, reply, { requestId, isLast: !server.listening });
    record(visit, reply);
  };

  const server = expressServer(plainExpress().use(receive), limits);
  return server;
};
