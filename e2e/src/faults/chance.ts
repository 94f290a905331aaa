import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Chance that is the same for the same seed. Nothing in a run is random but by it. */
export interface Chance {
  /** A whole number, both ends included. */
  whole(least: number, most: number): number;
  /** True in so many of a hundred cases. */
  percent(cases: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
  /** A source of its own for one part of the run, so that what other parts draw does not move it. */
  fork(name: string): Chance;
}

/** FNV-1a. */
const mixed = (seed: number, name: string): number => {
  let hash = 0x811c9dc5 ^ seed;
  for (const letter of name) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hash | 0;
};

export const chance = (seed: number): Chance => {
  const generator = xoroshiro128plus(seed);
  const whole = (least: number, most: number) => uniformInt(generator, least, most);
  return {
    whole,
    percent: (cases) => whole(1, 100) <= cases,
    pick: <Value>(values: readonly Value[]): Value => {
      const value = values[whole(0, values.length - 1)];
      if (value === undefined) throw new Error('There is nothing to pick from');
      return value;
    },
    fork: (name) => chance(mixed(seed, name)),
  };
};
