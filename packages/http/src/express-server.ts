import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import express, { type Express } from 'express';

export interface ConnectionLimits {
  /** A request that has not arrived completely by then is cut. */
  readonly requestTimeoutMs?: number;
  readonly headersTimeoutMs?: number;
  /** Longer than the gateway keeps its own side open, so that it never writes into a closing one. */
  readonly keepAliveTimeoutMs?: number;
  readonly checkEveryMs?: number;
}

/** Express without what we do ourselves: tags from versions, queries from schemas. */
export const plainExpress = (): Express =>
  express().disable('x-powered-by').disable('etag').set('query parser', false);

/**
 * Serves an Express app with Express' own prototypes from the start. Express changes the prototype of
 * every request and response otherwise, which de-optimises both: most of what Express costs.
 */
export const expressServer = (
  app: Express,
  {
    requestTimeoutMs = 30_000,
    headersTimeoutMs = 10_000,
    keepAliveTimeoutMs = 65_000,
    checkEveryMs = 1_000,
  }: ConnectionLimits = {},
): Server => {
  class Request extends IncomingMessage {}
  class Response extends ServerResponse<Request> {}
  Object.setPrototypeOf(Request.prototype, app.request);
  Object.setPrototypeOf(Response.prototype, app.response);
  app.request = Request.prototype as Express['request'];
  app.response = Response.prototype as unknown as Express['response'];
  const server = createServer(
    {
      IncomingMessage: Request,
      ServerResponse: Response,
      requestTimeout: requestTimeoutMs,
      headersTimeout: headersTimeoutMs,
      keepAliveTimeout: keepAliveTimeoutMs,
      connectionsCheckingInterval: checkEveryMs,
    },
    app as unknown as Parameters<typeof createServer>[1],
  );
  return server as unknown as Server;
};
