import { setTimeout as pause } from 'node:timers/promises';

const lookEveryMs = 10;

export const withinMs = (ms: number): number => performance.now() + ms;

/** Waits until something is so; the deadline keeps a broken test from hanging. */
export const eventually = async (
  isSo: () => boolean | Promise<boolean>,
  deadlineMs: number = withinMs(5_000),
): Promise<void> => {
  while (!(await isSo())) {
    if (performance.now() > deadlineMs) throw new Error('It did not come to be in time');
    await pause(lookEveryMs);
  }
};
