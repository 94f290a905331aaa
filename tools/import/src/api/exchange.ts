import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

/** One answer. Its body is read only where somebody will look at it. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly body: string;
}

/** Waits for one answer without the streams that undici would make for its body. */
class Exchange implements Dispatcher.DispatchHandler {
  readonly #resolve: (answer: Answer) => void;
  readonly #reject: (reason: Error) => void;
  readonly #isRead: boolean;
  readonly #chunks: Buffer[] = [];
  #status = 0;
  #retryAfter: string | undefined;

  constructor(isRead: boolean, resolve: (answer: Answer) => void, reject: (reason: Error) => void) {
    this.#isRead = isRead;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  onRequestStart(): void {}

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders) {
    this.#status = status;
    this.#retryAfter = headers['retry-after'];
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (this.#isRead || this.#status >= 300) this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    const body = this.#chunks.length > 0 ? Buffer.concat(this.#chunks).toString() : '';
    this.#resolve({ status: this.#status, retryAfter: this.#retryAfter, body });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }
}

export const exchange = (
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    dispatcher.dispatch(request, new Exchange(request.method === 'GET', resolve, reject));
  });
