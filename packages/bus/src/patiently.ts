import { setTimeout as sleep } from 'node:timers/promises';
import { Refusal } from '@steward/domain';
import { GuardMoved, isOutage, Overloaded } from '@steward/persistence';
import type { ProcessingContext } from './processing.ts';

const attemptsMax = 6;
const firstRetryMs = 50;
const retryMsMax = 5_000;

/** Tries what might still succeed again, and waits without counting while a server is away. */
export const patiently = async <Result>(
  run: () => Promise<Result>,
  { log, signal }: Pick<ProcessingContext, 'log' | 'signal'>,
): Promise<Result> => {
  let waitMs = firstRetryMs;
  for (let tries = 1; ; waitMs = Math.min(waitMs * 2, retryMsMax)) {
    try {
      return await run();
    } catch (error) {
      if (error instanceof Refusal || error instanceof GuardMoved) throw error;
      const isAway = isOutage(error) || error instanceof Overloaded;
      if (!isAway && tries === attemptsMax) throw error;
      if (!isAway) tries += 1;
      log('warn', 'An event will be tried again', { error });
      await sleep(waitMs, undefined, { signal });
    }
  }
};
