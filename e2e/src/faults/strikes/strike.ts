import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import type { Fault, Ground } from './fault.ts';

export interface StrikePlan {
  readonly faults: readonly Fault[];
  readonly chance: Chance;
  /** For how long; where nothing is said, each fault strikes once, in order. */
  readonly seconds?: number | undefined;
  readonly tell: (line: string) => void;
}

const pauseMsMin = 200;
const pauseMsMax = 3_000;
/** So many of a hundred faults come while the one before still lasts. */
const overlapping = 50;

/** Endless; the kind first, or the kinds with many faults would leave little to the others. */
function* drawn(faults: readonly Fault[], chance: Chance): Generator<Fault> {
  const kinds = Map.groupBy(faults, ({ kind }) => kind);
  while (faults.length > 0) yield chance.pick(kinds.get(chance.pick([...kinds.keys()])) ?? []);
}

/**
 * Strikes again and again until the time is over, then heals all. Which faults, whom they meet and how long
 * they last follows from the seed alone; what they find at that moment does not.
 */
export const strikeAll = async (
  ground: Ground,
  { faults, chance, seconds, tell }: StrikePlan,
): Promise<ReadonlyMap<string, number>> => {
  const deadline = seconds === undefined ? Number.POSITIVE_INFINITY : Date.now() + seconds * 1_000;
  const counts = new Map<string, number>();
  const healing: Promise<void>[] = [];

  const strike = async (fault: Fault, own: Chance) => {
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

  let number = 0;
  const order = seconds === undefined ? faults : drawn(faults, chance.fork('order'));
  for (const fault of order) {
    if (Date.now() > deadline) break;
    number += 1;
    await strike(fault, chance.fork(`strike ${number}`));
  }
  if (number === 0 && seconds !== undefined) await sleep(seconds * 1_000);
  await Promise.all(healing);
  return counts;
};
