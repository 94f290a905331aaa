import { Connection } from './connection.ts';
import type { Outgoing, Taker } from './taker.ts';
import { WaitingLine } from './waiting-line.ts';

/**
 * The connections to one service: each is used again, and as many are opened as are needed at once. A client of
 * our own, because a general one was among the dearest parts of a request (bench/README.md).
 */
export interface Connections {
  send(outgoing: Outgoing, taker: Taker): void;
  /** Whether more requests wait than can be answered in time, and have for longer than a burst. */
  isSwamped(): boolean;
  /** Cuts all of them, with what is on them. */
  close(): void;
}

export interface ConnectionBounds {
  readonly connectionsMax: number;
  readonly connectMs: number;
  /** How long a request may wait for a connection while too many do. */
  readonly waitMsMax: number;
}

const sweepEveryMs = 1_000;

export const connectionsTo = (
  url: string,
  { connectionsMax, connectMs, waitMsMax }: ConnectionBounds,
): Connections => {
  const address = new URL(url);
  const all = new Set<Connection>();
  /** The one that was used last is used first, so that those beyond the need fall idle. */
  const free: Connection[] = [];
  const waiting = new WaitingLine(waitMsMax);
  let opening = 0;
  let isClosed = false;

  const takeFree = (): Connection | undefined => {
    const nowMs = performance.now();
    for (let found = free.pop(); found !== undefined; found = free.pop()) {
      if (found.isFresh(nowMs)) return found;
      found.cut();
    }
    return undefined;
  };

  const onFree = (connection: Connection, isNew: boolean): void => {
    if (isNew) opening -= 1;
    const next = waiting.next(performance.now(), isNew);
    if (next) connection.send(next.outgoing, next.taker);
    else free.push(connection);
  };

  const onGone = (connection: Connection, error: Error | undefined): void => {
    all.delete(connection);
    const at = free.indexOf(connection);
    if (at !== -1) free.splice(at, 1);
    if (error !== undefined) {
      opening -= 1;
      // With no other connection there is nothing left to wait for.
      const told = all.size > opening ? waiting.leave(1) : waiting.leave();
      for (const { taker } of told) taker.onFailure(error);
    }
    grow();
  };

  const open = (): void => {
    opening += 1;
    let isNew = true;
    const connection = new Connection(address, connectMs, {
      onFree: (found) => {
        onFree(found, isNew);
        isNew = false;
      },
      onGone,
    });
    all.add(connection);
  };

  const grow = (): void => {
    while (!isClosed && opening < waiting.length && all.size < connectionsMax) open();
  };

  const sweep = setInterval(() => {
    const nowMs = performance.now();
    for (const connection of free.filter((found) => !found.isFresh(nowMs))) connection.cut();
  }, sweepEveryMs);
  sweep.unref();

  return {
    send: (outgoing, taker) => {
      const connection = takeFree();
      if (connection) return connection.send(outgoing, taker);
      waiting.join({ outgoing, taker }, performance.now());
      return grow();
    },
    isSwamped: () => waiting.length >= connectionsMax && waiting.isStanding(performance.now()),
    close: () => {
      isClosed = true;
      clearInterval(sweep);
      for (const connection of all) connection.cut();
    },
  };
};
