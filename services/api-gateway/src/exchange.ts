import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { ClientGone } from '@steward/http';
import type { Line, Taker } from './client/taker.ts';
import { answerHeaders } from './forwarded-headers.ts';

const joinedBytesMax = 16 * 1024;

export interface ExchangeEnd {
  readonly finished: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Carries one answer from a service to the client: the head waits for the first bytes of the body, so that
 * a small answer leaves in one write; a client that reads slowly slows the service down; and a client that
 * goes away lets the connection to the service go as well.
 */
export class Exchange implements Taker {
  readonly #response: ServerResponse;
  readonly #added: Readonly<Record<string, string>>;
  readonly #end: ExchangeEnd;
  #line: Line | undefined;
  #cancelledBecause: Error | undefined;
  #status = 0;
  #head: OutgoingHttpHeaders = {};

  constructor(response: ServerResponse, added: Readonly<Record<string, string>>, end: ExchangeEnd) {
    this.#response = response;
    this.#added = added;
    this.#end = end;
  }

  /** Whether the service has begun to answer; from then on the request must not be sent again. */
  get isAnswered(): boolean {
    return this.#status !== 0;
  }

  get isCancelled(): boolean {
    return this.#cancelledBecause !== undefined;
  }

  /** Ends the exchange now, and frees its connection even where the answer waits for the client. */
  cancel(reason: Error): void {
    this.#cancelledBecause = reason;
    this.#line?.cut();
    this.#end.failed(reason);
  }

  onStart(line: Line): void {
    this.#line = line;
  }

  onHead(status: number, headers: IncomingHttpHeaders): void {
    this.#status = status;
    this.#head = answerHeaders(headers, this.#added);
  }

  onBody(bytes: Buffer): void {
    const response = this.#response;
    if (!response.headersSent) {
      response.writeHead(this.#status, this.#head);
      if (Number(this.#head['content-length']) === bytes.length) {
        // As text of one byte a character it is joined to the head, which spares the socket a list of writes.
        if (bytes.length <= joinedBytesMax) response.end(bytes.toString('latin1'), 'latin1');
        else response.end(Buffer.from(bytes));
        return;
      }
    }
    if (response.write(Buffer.from(bytes))) return;
    this.#line?.pause();
    response.once('drain', () => this.#line?.resume());
  }

  onEnd(): void {
    const response = this.#response;
    this.#line = undefined;
    if (!response.headersSent) response.writeHead(this.#status, this.#head);
    if (!response.writableEnded) response.end();
    this.#end.finished();
  }

  onFailure(error: Error): void {
    this.#end.failed(error);
  }
}

export const clientGone = (): ClientGone =>
  new ClientGone('The client did not wait for the answer');
