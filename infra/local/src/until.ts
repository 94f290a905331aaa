import { setTimeout as delay } from 'node:timers/promises';

/**
 * Attempts again, `everyMs`, until one attempt does not throw. At the deadline, or once it is
 * `hopeless`, it throws what the last attempt threw.
 */
export const until = async <Result>(
  attempt: () => Promise<Result>,
  {
    everyMs,
    deadlineMs,
    hopeless = () => false,
  }: { everyMs: number; deadlineMs: number; hopeless?: () => boolean },
): Promise<Result> => {
  const deadline = performance.now() + deadlineMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (hopeless() || performance.now() > deadline) throw error;
      await delay(everyMs);
    }
  }
};
