import { subscribe } from 'node:diagnostics_channel';
import type { SignalAt } from './misbehaviour.ts';

/** Has the process signal itself where it says that a moment is reached; it goes not one step further. */
export const signalAt = (armed: readonly SignalAt[]): void => {
  for (const { moment, signal, after = 1 } of armed) {
    let times = 0;
    subscribe(`steward:${moment}`, () => {
      times += 1;
      if (times === after) process.kill(process.pid, signal);
    });
  }
};
