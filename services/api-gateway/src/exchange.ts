import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { ClientGone } from '@steward/http';
import type { Dispatcher } from 'undici';
import { answerHeaders } from './forwarded-headers.ts';

type Controller = Dispatcher.DispatchController;

export interface ExchangeEnd {
  readonly finished: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Carries one answer from a service to the client: the head waits for the first bytes of the body, so that
 * a small answer leaves in one write; a client that reads slowly slows the service down; and a client that
 * goes away lets the connection to the service go as well.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly #response: ServerResponse;
  readonly #added: Readonly<Record<string, string>>;
  readonly #end: ExchangeEnd;
  #controller: Controller | undefined;
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

  /** Ends the exchange now, and frees its connection even where the answer waits for the client. */
  cancel(reason: Error): void {
    this.#cancelledBecause = reason;
    this.#controller?.abort(reason);
    this.#end.failed(reason);
  }

  // A request may wait for a free connection; one that was cancelled meanwhile is never sent.
  onRequestStart(controller: Controller): void {
    this.#controller = controller;
    if (this.#cancelledBecause) controller.abort(this.#cancelledBecause);
  }

  onResponseStart(_controller: Controller, status: number, headers: IncomingHttpHeaders): void {
    if (status < 200) return;
    this.#status = status;
    this.#head = answerHeaders(headers, this.#added);
  }

  onResponseData(controller: Controller, chunk: Buffer): void {
    const response = this.#response;
    if (!response.headersSent) {
      response.writeHead(this.#status, this.#head);
      if (Number(this.#head['content-length']) === chunk.length) {
        response.end(chunk);
        return;
      }
    }
    if (response.write(chunk)) return;
    controller.pause();
    response.once('drain', () => controller.resume());
  }

  onResponseEnd(): void {
    const response = this.#response;
    if (!response.headersSent) response.writeHead(this.#status, this.#head);
    if (!response.writableEnded) response.end();
    this.#end.finished();
  }

  onResponseError(_controller: Controller, error: Error): void {
    this.#end.failed(error);
  }
}

export const clientGone = (): ClientGone =>
  new ClientGone('The client did not wait for the answer');
