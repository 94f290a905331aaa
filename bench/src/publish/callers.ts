import { setTimeout as sleep } from 'node:timers/promises';
import type { EventRow } from '@steward/persistence';
import { isQuick, measured, report } from '../harness/contender.ts';
import { eventRow } from './events.ts';

export interface Sender {
  /** How many calls are under way at a time. */
  readonly callers: number;
  /** Events that one call hands over, and one promise stands for. */
  readonly perCall: number;
  readonly send: (rows: readonly EventRow[]) => Promise<unknown>;
}

const warmUpMs = 1_500;
const sampleMs = isQuick ? 2_000 : 4_000;

/** Callers who each send the next when the last is acknowledged; counts what was acknowledged. */
export const measureCallers = async ({ callers, perCall, send }: Sender): Promise<void> => {
  let position = 0;
  let acknowledged = 0;
  let isEnding = false;
  const call = async () => {
    while (!isEnding) {
      const rows = Array.from({ length: perCall }, (_, index) => eventRow(position + index));
      position += perCall;
      await send(rows);
      acknowledged += perCall;
    }
  };
  const calling = Promise.all(Array.from({ length: callers }, call));
  await Promise.race([sleep(warmUpMs), calling]);
  const sample = await measured(async () => {
    const before = acknowledged;
    await Promise.race([sleep(sampleMs), calling]);
    return { units: acknowledged - before };
  });
  isEnding = true;
  await calling;
  report(sample);
};
