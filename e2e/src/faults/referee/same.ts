import { isDeepStrictEqual } from 'node:util';

const plain = (value: unknown): unknown =>
  value === undefined ? undefined : JSON.parse(JSON.stringify(value));

/** Whether two values say the same. What is undefined is not kept, so it counts as absent. */
export const isSame = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(plain(one), plain(other));

export interface Difference {
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
  /** What appears more than once where once is right. */
  readonly repeated: readonly string[];
}

/** Compares sets, not counts: one lost and one too many do not make up for each other. */
export const differenceOf = (
  expected: Iterable<string>,
  found: Iterable<string>,
): Difference | undefined => {
  const wanted = new Set(expected);
  const seen = new Set<string>();
  const repeated: string[] = [];
  for (const item of found) {
    if (seen.has(item)) repeated.push(item);
    seen.add(item);
  }
  const missing = [...wanted].filter((item) => !seen.has(item));
  const surplus = [...seen].filter((item) => !wanted.has(item));
  const isNone = missing.length + surplus.length + repeated.length === 0;
  return isNone ? undefined : { missing, surplus, repeated };
};
