import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { allRoutes } from '@steward/contracts';
import {
  ClientGone,
  expressServer,
  plainExpress,
  type Reply,
  routeTable,
  traceparentOf,
} from '@steward/http';
import { type Log, span } from '@steward/telemetry';
import { overloaded } from './client/waiting-line.ts';
import { replyTo } from './gateway-problem.ts';
import type { Pages } from './pages.ts';
import { type PassingOn, passOn } from './pass-on.ts';
import { newVisit, reply, type Visit } from './visit.ts';

export interface GatewayOptions extends PassingOn {
  readonly pages: Pages;
  readonly isOverloaded: () => boolean;
  readonly log: Log;
}

type Failure = NonNullable<Reply['failure']>;

/** How much longer than any request a connection may be silent before it is cut. */
const silenceMarginMs = 5_000;

/** The status that nginx logs for it; nobody receives it. */
const clientWentStatus = 499;
const clientWent: Failure = { code: 'client-gone', level: 'info' };

const pathOf = (url: string): string => {
  const queryAt = url.indexOf('?');
  return queryAt === -1 ? url : url.slice(0, queryAt);
};

/** The door to the outside: every route of every service, and the documents. Not yet listening. */
export const gatewayServer = (options: GatewayOptions): Server => {
  const { pages, isOverloaded, measures, log, deadlineMs } = options;
  const find = routeTable(allRoutes.map((contract) => ({ contract })));

  const answer = (visit: Visit): Promise<void> | undefined => {
    const { method = '', url = '/', headers } = visit.request;
    const path = pathOf(url);
    const page = pages.get(path);
    if (page) {
      visit.routeName = page.name;
      reply(visit, page.answer(method, headers));
      return undefined;
    }
    if (isOverloaded()) throw overloaded();
    const { contract } = find(method, path).entry;
    visit.routeName = contract.name;
    return span(
      `gateway ${contract.name}`,
      { traceparent: traceparentOf(headers) },
      (traceparent) => passOn(visit, contract, traceparent, options),
      { kind: 'server' },
    );
  };

  const record = (visit: Visit, status: number, failure?: Failure): void => {
    const { requestId, routeName, subject, startedMs } = visit;
    measures.answered(routeName, status, failure?.code);
    log(failure?.level ?? 'info', 'answered', {
      route: routeName,
      status,
      ...(failure && { code: failure.code }),
      durationMs: Math.round((performance.now() - startedMs) * 1_000) / 1_000,
      requestId,
      ...(subject !== undefined && { subject }),
      ...(failure?.cause !== undefined && { error: failure.cause }),
    });
  };

  const receive = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const visit = newVisit(request, response, () => !server.listening);
    try {
      await answer(visit);
      record(visit, response.statusCode);
    } catch (error) {
      if (error instanceof ClientGone) return record(visit, clientWentStatus, clientWent);
      const problem = replyTo(error, visit.requestId);
      reply(visit, problem);
      record(visit, problem.status, problem.failure);
    }
  };

  const server = expressServer(plainExpress().use(receive));
  return server.setTimeout(deadlineMs + silenceMarginMs);
};
