import type { IncomingHttpHeaders } from 'node:http';

/** A request as it is written to a service. */
export interface Outgoing {
  readonly method: string;
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: string[];
  readonly body: Buffer | undefined;
}

/** What can be done to the connection while a request is on it. */
export interface Line {
  cut(): void;
  pause(): void;
  resume(): void;
}

/** Takes the answer to one request. */
export interface Taker {
  /** Nobody waits for the answer any more, so the request need not be sent. */
  readonly isCancelled: boolean;
  /** A connection is free, and the request is on its way. */
  onStart(line: Line): void;
  onHead(status: number, headers: IncomingHttpHeaders): void;
  /** The bytes are good only until this returns. */
  onBody(bytes: Buffer): void;
  onEnd(): void;
  onFailure(error: Error): void;
}
