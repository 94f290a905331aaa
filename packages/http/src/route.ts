import type { IncomingHttpHeaders } from 'node:http';
import type { RouteContract } from '@steward/contracts';
import type { Principal } from './principal.ts';
import type { Reply } from './reply.ts';

/** One admitted request: its caller may use the route, and its path parameters are ids. */
export interface Call {
  readonly headers: IncomingHttpHeaders;
  /** As the caller wrote it, without the query string. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  /** The query string, without its question mark. */
  readonly search: string;
  readonly principal: Principal;
  readonly requestId: string;
  readonly traceparent: string | undefined;
  readonly receivedAt: Date;
  readonly readBody: () => Promise<Buffer>;
}

export interface Route {
  readonly contract: RouteContract;
  readonly answer: (call: Call) => Promise<Reply>;
}
