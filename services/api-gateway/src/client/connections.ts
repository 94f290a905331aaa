import type { IncomingHttpHeaders } from 'node:http';
import { type Dispatcher, Pool } from 'undici';
import type { Outgoing, Taker } from './taker.ts';
import { type Waiting, WaitingLine } from './waiting-line.ts';

/** The connections to one service: each is used again, and as many are opened as are needed at once. */
export interface Connections {
  send(outgoing: Outgoing, taker: Taker): void;
  /** Whether more requests wait than can be answered in time, and have for longer than a burst. */
  isSwamped(): boolean;
  /** Cuts all of them, with what is on them. */
  close(): Promise<void>;
}

export interface ConnectionBounds {
  readonly connectionsMax: number;
  readonly connectMs: number;
  /** How long a request may wait for a connection while too many do. */
  readonly waitMsMax: number;
}

type Controller = Dispatcher.DispatchController;

class Cut extends Error {
  override readonly name = 'Cut';
}

/** Hands on what undici tells of one request. */
class Delivery implements Dispatcher.DispatchHandler {
  readonly #taker: Taker;
  /** Told whether the connection goes on. */
  readonly #ended: (isKept: boolean) => void;

  constructor(taker: Taker, ended: (isKept: boolean) => void) {
    this.#taker = taker;
    this.#ended = ended;
  }

  onRequestStart(controller: Controller): void {
    if (this.#taker.isCancelled) controller.abort(new Cut());
    else
      this.#taker.onStart({
        cut: () => controller.abort(new Cut()),
        pause: () => controller.pause(),
        resume: () => controller.resume(),
      });
  }

  onResponseStart(_controller: Controller, status: number, headers: IncomingHttpHeaders): void {
    if (status >= 200) this.#taker.onHead(status, headers);
  }

  onResponseData(_controller: Controller, bytes: Buffer): void {
    this.#taker.onBody(bytes);
  }

  onResponseEnd(): void {
    this.#ended(true);
    this.#taker.onEnd();
  }

  onResponseError(_controller: Controller, error: Error): void {
    this.#ended(false);
    if (!(error instanceof Cut)) this.#taker.onFailure(error);
  }
}

/** The pool would let everybody wait for ever, so it is never given more than it has connections for. */
export const connectionsTo = (
  url: string,
  { connectionsMax, connectMs, waitMsMax }: ConnectionBounds,
): Connections => {
  const pool = new Pool(url, {
    connections: connectionsMax,
    pipelining: 1,
    connect: { timeout: connectMs },
  });
  const waiting = new WaitingLine(waitMsMax);
  let underway = 0;

  /** Whoever waits, waits because all connections are in use, or because some are still to come about. */
  const takeNext = (isKept: boolean): void => {
    underway -= 1;
    if (waiting.length === 0) return;
    const areOpening = !isKept || pool.stats.connected < connectionsMax;
    const next = waiting.next(performance.now(), areOpening);
    if (next) dispatch(next);
  };

  const dispatch = ({ outgoing, taker }: Waiting): void => {
    underway += 1;
    const { method, path, headers, body } = outgoing;
    pool.dispatch(
      // The deadline is kept by the caller, to the millisecond; undici's own would be coarser.
      {
        method,
        path,
        headers,
        body: body ?? null,
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      new Delivery(taker, takeNext),
    );
  };

  return {
    send: (outgoing, taker) => {
      if (underway < connectionsMax) dispatch({ outgoing, taker });
      else waiting.join({ outgoing, taker }, performance.now());
    },
    isSwamped: () => waiting.length >= connectionsMax && waiting.isStanding(performance.now()),
    close: () => pool.destroy(),
  };
};
