import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';

/** What became of the requests of one phase. */
export interface Phase {
  readonly seconds: number;
  readonly accepted: number;
  /** Turned away with 503 or 429, and told when to come again. */
  readonly putOff: number;
  /** Anything else that is no yes, and what had no answer when its sender gave up. */
  readonly failed: number;
  /** Of the accepted, from when they were meant to be sent. */
  readonly latenciesMs: readonly number[];
  /** How long after the last one was sent the last answer came. */
  readonly tailSeconds: number;
}

export interface Target {
  readonly url: string;
  readonly token: string;
}

/** How long a caller waits before it gives up. */
const patienceMs = 10_000;
const connectionsMax = 2_000;
const lookEveryMs = 1;

let counted = 0;
const series = Date.now().toString(36);

const bodyOfNext = (): string => {
  counted += 1;
  return JSON.stringify({
    accountId: `load-${series}-${counted}`,
    name: 'Meridian Pumps and Valves',
    industry: 'manufacturing',
    ownerId: 'ada',
  });
};

const statusesPutOff: ReadonlySet<number> = new Set([429, 503]);

const counting = () => {
  const latenciesMs: number[] = [];
  const count = { accepted: 0, putOff: 0, failed: 0, underway: 0 };
  return { latenciesMs, count };
};

/** Opens the senders of one phase. */
const sender = ({ url, token }: Target) => {
  const pool = new Pool(url, {
    connections: connectionsMax,
    pipelining: 1,
    headersTimeout: patienceMs,
    bodyTimeout: patienceMs,
  });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const { latenciesMs, count } = counting();

  const send = async (meantAtMs: number): Promise<void> => {
    count.underway += 1;
    try {
      const { statusCode, body } = await pool.request({
        method: 'POST',
        path: '/v1/accounts',
        headers,
        body: bodyOfNext(),
      });
      await body.dump();
      const tookMs = performance.now() - meantAtMs;
      if (statusesPutOff.has(statusCode)) count.putOff += 1;
      else if (statusCode === 201 && tookMs <= patienceMs) {
        count.accepted += 1;
        latenciesMs.push(tookMs);
      } else count.failed += 1;
    } catch {
      // Whatever kept the answer away, the caller has none.
      count.failed += 1;
    } finally {
      count.underway -= 1;
    }
  };
  return { send, count, latenciesMs, close: () => pool.destroy() };
};

type Sender = ReturnType<typeof sender>;

const phaseOf = async (
  { count, latenciesMs, close }: Sender,
  startedMs: number,
): Promise<Phase> => {
  const endedMs = performance.now();
  const { accepted, putOff, failed } = count;
  // What is still under way counts as failed unless it is answered in time.
  while (count.underway > 0) await pause(lookEveryMs);
  const tailSeconds = (performance.now() - endedMs) / 1_000;
  await close();
  return {
    seconds: (endedMs - startedMs) / 1_000,
    accepted,
    putOff,
    failed,
    latenciesMs,
    tailSeconds,
  };
};

/** Sends at a steady rate, whatever becomes of what was sent before: as the outside world does. */
export const openLoop = async (target: Target, rate: number, seconds: number): Promise<Phase> => {
  const sending = sender(target);
  const startedMs = performance.now();
  let sent = 0;
  for (;;) {
    const elapsedMs = performance.now() - startedMs;
    if (elapsedMs >= seconds * 1_000) break;
    const due = Math.floor((elapsedMs * rate) / 1_000);
    for (; sent < due; sent += 1) void sending.send(startedMs + (sent * 1_000) / rate);
    // Sleeps in between, because the servers behind it may have nowhere else to run.
    await pause(lookEveryMs);
  }
  return phaseOf(sending, startedMs);
};

/** Sends the next one when one is answered, so many at a time: what finds out how much there can be. */
export const closedLoop = async (
  target: Target,
  connections: number,
  seconds: number,
): Promise<Phase> => {
  const sending = sender(target);
  const startedMs = performance.now();
  const untilMs = startedMs + seconds * 1_000;
  const loop = async (): Promise<void> => {
    while (performance.now() < untilMs) await sending.send(performance.now());
  };
  await Promise.all(Array.from({ length: connections }, loop));
  return phaseOf(sending, startedMs);
};
