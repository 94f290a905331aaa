import { monitorEventLoopDelay } from 'node:perf_hooks';

const resolutionMs = 20;
const windowMs = 500;

/** Two windows in a row must be late: one long pause, such as a full garbage collection, is no overload. */
export const overloadJudge = (delayMsMax: number) => {
  let wasLate = false;
  return (delayMs: number): boolean => {
    const isLate = delayMs > delayMsMax;
    const isOverloaded = isLate && wasLate;
    wasLate = isLate;
    return isOverloaded;
  };
};

/** Watches how late the event loop runs: the one sign of overload that takes in everything. */
export const watchOverload = (delayMsMax: number) => {
  const delays = monitorEventLoopDelay({ resolution: resolutionMs });
  const judge = overloadJudge(delayMsMax);
  let isOverloaded = false;
  delays.enable();
  const look = setInterval(() => {
    // Without a sample the loop stood still for the whole window and has only now come to this.
    const meanMs = delays.count === 0 ? 0 : delays.mean / 1e6;
    isOverloaded = judge(Math.max(0, meanMs - resolutionMs));
    delays.reset();
  }, windowMs);
  look.unref();
  return {
    isOverloaded: (): boolean => isOverloaded,
    stop: (): void => {
      clearInterval(look);
      delays.disable();
    },
  };
};
