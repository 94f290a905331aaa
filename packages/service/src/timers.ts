import { setTimeout as sleep } from 'node:timers/promises';
import { type Because, isOutage, Overloaded } from '@steward/persistence';
import type { Log } from '@steward/telemetry';
import { v7 as uuidv7 } from 'uuid';
import type { Timer } from './service.ts';

export interface TimersOptions {
  readonly service: string;
  readonly timers: readonly Timer[];
  readonly now: () => Date;
  readonly log: Log;
}

const lookEveryMs = 1_000;
/** So many are rung at once; where there are more, the next follow without a pause. */
const ringsMax = 100;
/** How long one that could not be rung is left alone, so that it keeps nobody else waiting. */
const restMs = 60_000;

/**
 * Asks again and again what is due, and rings it. What is due stands in the database and nowhere else, so
 * nothing is lost with a process; that several replicas ring the same does no harm, for whatever is rung
 * decides by its own state what follows, and of two who decide at once one decides anew.
 */
const keepRinging = async (
  timer: Timer,
  { service, now, log }: TimersOptions,
  signal: AbortSignal,
): Promise<void> => {
  const resting = new Map<string, number>();
  const ring = async (id: string): Promise<void> => {
    const at = now();
    const because: Because = { actor: `system:${service}`, at, correlationId: uuidv7() };
    try {
      await timer.ring(id, because);
    } catch (error) {
      if (isOutage(error) || error instanceof Overloaded) throw error;
      log('error', 'What is due could not be rung', { timer: timer.name, id, error });
      resting.set(id, Date.now() + restMs);
    }
  };
  const ringAll = async (): Promise<boolean> => {
    for (const [id, untilMs] of resting) if (untilMs <= Date.now()) resting.delete(id);
    const due = await timer.due(now(), ringsMax + resting.size);
    await Promise.all(due.filter((id) => !resting.has(id)).map(ring));
    return due.length > resting.size && due.length >= ringsMax;
  };
  while (!signal.aborted) {
    try {
      if (await ringAll()) continue;
    } catch (error) {
      log('warn', 'What is due could not be looked for; it is kept', { timer: timer.name, error });
    }
    await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
};

export const startTimers = (options: TimersOptions): { stop(): Promise<void> } => {
  const stopping = new AbortController();
  const running = options.timers.map((timer) => keepRinging(timer, options, stopping.signal));
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
    },
  };
};
