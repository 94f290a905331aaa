import { type Child, type ChildStart, startChild } from '../harness/index.ts';

const parts = new Set<number>();

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // It ended before we could end it.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

process.once('SIGTERM', () => process.exit(143));
process.once('exit', () => {
  for (const pid of parts) kill(pid);
});

/** A process that does not outlive the program that started it, whichever way that ends. */
export const startPart = (start: ChildStart): Child => {
  const child = startChild(start);
  parts.add(child.pid);
  return {
    ...child,
    end: async () => {
      await child.end();
      parts.delete(child.pid);
    },
  };
};
