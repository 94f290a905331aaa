import { ProtocolProblem } from '@steward/http';
import type { Outgoing, Taker } from './taker.ts';

export interface Waiting {
  readonly outgoing: Outgoing;
  readonly taker: Taker;
}

/** A line is more than a burst once it has stood without a break for so many times what one may wait in it. */
const waitsOfBurst = 5;

export const overloaded = (): ProtocolProblem =>
  new ProtocolProblem('overloaded', { headers: { 'Retry-After': '1' } });

/**
 * Requests that wait for a connection. A burst waits its turn. But a line that stands longer than a burst will not
 * get shorter by waiting: it only makes every request late. From then on whoever has waited for `waitMsMax` is put
 * off, so that those who are let through are let through in time (as CoDel does with packets, RFC 8289).
 */
export class WaitingLine {
  readonly #waitMsMax: number;
  readonly #burstMs: number;
  #line: { readonly waiting: Waiting; readonly sinceMs: number }[] = [];
  #standsSinceMs = 0;

  constructor(waitMsMax: number) {
    this.#waitMsMax = waitMsMax;
    this.#burstMs = waitMsMax * waitsOfBurst;
  }

  get length(): number {
    return this.#line.length;
  }

  /** Whether the line is more than a burst. */
  isStanding(nowMs: number): boolean {
    return this.#line.length > 0 && nowMs - this.#standsSinceMs > this.#burstMs;
  }

  join(waiting: Waiting, nowMs: number): void {
    if (this.#line.length === 0) this.#standsSinceMs = nowMs;
    this.#line.push({ waiting, sinceMs: nowMs });
  }

  /**
   * The next whose turn it is; those who have waited too long are told so. While connections are still being
   * opened nobody has: the service is not busy, only not reached yet.
   */
  next(nowMs: number, areOpening: boolean): Waiting | undefined {
    if (areOpening) this.#standsSinceMs = nowMs;
    const isStanding = this.isStanding(nowMs);
    for (let first = this.#line.shift(); first !== undefined; first = this.#line.shift()) {
      const { waiting, sinceMs } = first;
      if (waiting.taker.isCancelled) continue;
      if (!isStanding || nowMs - sinceMs <= this.#waitMsMax) return waiting;
      waiting.taker.onFailure(overloaded());
    }
    return undefined;
  }

  /** Takes so many out of the line, whoever has waited longest first. */
  leave(count = this.#line.length): Waiting[] {
    return this.#line.splice(0, count).map(({ waiting }) => waiting);
  }
}
