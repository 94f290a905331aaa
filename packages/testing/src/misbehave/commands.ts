import { skewClock } from './clock.ts';
import type { Answer, Command } from './misbehaviour.ts';
import { signalAt } from './signal-at.ts';

/** Does what it is told over the channel to its parent, which keeps nobody from ending. */
export const obey = (): void => {
  if (process.send === undefined) return;
  process.on('message', (message: Command & { readonly id?: unknown }) => {
    const { id, ...command } = message;
    const answer = carryOut(command);
    // Whoever asked may be gone by now.
    if (process.connected) process.send?.({ id, ...answer });
  });
  process.channel?.unref();
};

const carryOut = ({ blockLoopMs, clockSkewMs, at, gc, memory }: Command): Answer => {
  if (blockLoopMs !== undefined) blockLoop(blockLoopMs);
  if (clockSkewMs !== undefined) skewClock(clockSkewMs);
  if (at !== undefined) signalAt(at);
  return {
    ...(gc && { gc: collectGarbage() }),
    ...(memory && { memory: process.memoryUsage(), handles: handlesByKind() }),
  };
};

const blockLoop = (ms: number): void => {
  const until = performance.now() + ms;
  while (performance.now() < until);
};

const collectGarbage = (): boolean => {
  globalThis.gc?.();
  return globalThis.gc !== undefined;
};

const handlesByKind = (): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};
