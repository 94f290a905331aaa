import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import type { Fault, Ground } from './fault.ts';

export interface StrikePlan {
  readonly faults: readonly Fault[];
  readonly chance: Chance;
  readonly seconds: number;
  readonly tell: (line: string) => void;
}

const pauseMsMin = 200;
const pauseMsMax = 3_000;
/** So many of a hundred faults come while the one before still lasts. */
const overlapping = 50;

/**
 * Strikes again and again until the time is over, then heals all. Which faults, whom they meet and how long
 * they last follows from the seed alone; what they find at that moment does not.
 */
export const strikeFor = async (
  ground: Ground,
  { faults, chance, seconds, tell }: StrikePlan,
): Promise<ReadonlyMap<string, number>> => {
  const deadline = Date.now() + seconds * 1_000;
  const counts = new Map<string, number>();
  const healing: Promise<void>[] = [];
  // The kind first, or the kinds with many faults would leave little to the others.
  const kinds = Map.groupBy(faults, ({ kind }) => kind);

  const strikeOnce = async (number: number) => {
    const own = chance.fork(`strike ${number}`);
    const kind = own.pick([...kinds.keys()]);
    const fault = own.pick(kinds.get(kind) ?? []);
    const struck = await fault.strike(ground, own).catch((error: unknown) => {
      // A fault may need what another one has taken away.
      tell(`${fault.name}: not possible now, ${error instanceof Error ? error.message : error}`);
    });
    if (!struck) return;
    const { what, lastsMs, heal } = struck;
    counts.set(fault.name, (counts.get(fault.name) ?? 0) + 1);
    tell(`${fault.name}: ${what}`);
    const healed = sleep(lastsMs).then(heal);
    healing.push(healed);
    if (!own.percent(overlapping)) await healed;
    await sleep(own.whole(pauseMsMin, pauseMsMax));
  };

  if (faults.length === 0) await sleep(seconds * 1_000);
  for (let number = 1; Date.now() < deadline; number += 1) await strikeOnce(number);
  await Promise.all(healing);
  return counts;
};
