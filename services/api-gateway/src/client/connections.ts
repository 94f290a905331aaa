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

interface Occasions {
  readonly started: () => void;
  /** Whether the connection goes on; if not, the next one has to be opened. */
  readonly ended: (isKept: boolean) => void;
}

class Cut extends Error {
  override readonly name = 'Cut';
}

/** Hands on what undici tells of one request. */
class Delivery implements Dispatcher.DispatchHandler {
  readonly #taker: Taker;
  readonly #occasions: Occasions;

  constructor(taker: Taker, occasions: Occasions) {
    this.#taker = taker;
    this.#occasions = occasions;
  }

  onRequestStart(controller: Controller): void {
    this.#occasions.started();
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
    this.#occasions.ended(true);
    this.#taker.onEnd();
  }

  onResponseError(_controller: Controller, error: Error): void {
    this.#occasions.ended(false);
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
  /** Of those under way, the ones whose connection is still being opened. */
  let unstarted = 0;

  const dispatch = ({ outgoing, taker }: Waiting): void => {
    underway += 1;
    unstarted += 1;
    let hasStarted = false;
    const started = () => {
      unstarted -= hasStarted ? 0 : 1;
      hasStarted = true;
    };
    const ended = (isKept: boolean) => {
      started();
      underway -= 1;
      const next = waiting.next(performance.now(), unstarted > 0 || !isKept);
      if (next) dispatch(next);
    };
    const { method, path, headers, body } = outgoing;
    pool.dispatch(
      // The deadline is kept by the caller, to the millisecond; undici's own would be coarser.
      {
        method,
        path,
        headers: [...headers],
        body: body ?? null,
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      new Delivery(taker, { started, ended }),
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
