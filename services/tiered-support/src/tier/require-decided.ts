import { Channel, Leader, type TierRow, type TierWhen } from '@steward/contracts';
import { openDimensions, valuesIn } from './arrangement.ts';
import { refuse } from './tier-policy.ts';

/** One thing that rows ask for, and all that it can be. */
interface Dimension {
  readonly name: keyof TierWhen;
  readonly values: readonly (string | boolean)[];
}
type Combination = Partial<Record<keyof TierWhen, string | boolean | undefined>>;

/** All that a project can be, as far as any of the rows could tell it apart. */
export const dimensionsOf = (rows: readonly TierRow[]): Dimension[] => [
  { name: 'leader', values: Leader.options },
  { name: 'channel', values: Channel.options },
  { name: 'isLarge', values: [true, false] },
  { name: 'isComplex', values: [true, false] },
  ...openDimensions.map((name) => ({ name, values: valuesIn(rows, name) })),
];

const told = (combination: Combination): string => {
  const parts = Object.entries(combination)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value}`);
  return parts.length > 0 ? parts.join(', ') : 'everything';
};

const areApart = (one: TierRow, other: TierRow): boolean =>
  Object.entries(one.when).some(([name, wanted]) => {
    const asked = other.when[name as keyof TierWhen];
    return wanted !== undefined && asked !== undefined && asked !== wanted;
  });

const requireNoOverlap = (rows: readonly TierRow[]): void => {
  for (const [index, one] of rows.entries())
    for (const other of rows.slice(index + 1)) {
      if (one.name === other.name)
        throw refuse('tier-policy-row-twice', `Two rows have the name ${one.name}`);
      if (!areApart(one, other))
        throw refuse(
          'tier-policy-overlap',
          `Both ${one.name} and ${other.name} fire for ${told({ ...one.when, ...other.when })}`,
        );
    }
};

const sizeOf = (dimensions: readonly Dimension[]): number =>
  dimensions.reduce((product, { values }) => product * values.length, 1);

/** For how many combinations a row fires: what it asks for can be in one way only. */
const reachOf = ({ when }: TierRow, dimensions: readonly Dimension[]): number =>
  sizeOf(dimensions.filter(({ name }) => when[name] === undefined));

/**
 * A combination for which no row fires. Rows that do not overlap cover as many combinations as they do one by
 * one, so counting tells where a gap is, and only there it is looked for: never all combinations.
 */
const gapIn = (
  rows: readonly TierRow[],
  dimensions: readonly Dimension[],
): Combination | undefined => {
  const covered = rows.reduce((sum, row) => sum + reachOf(row, dimensions), 0);
  if (covered === sizeOf(dimensions)) return undefined;
  const [first, ...rest] = dimensions;
  if (!first) return {};
  const { name, values } = first;
  for (const value of values) {
    const firing = rows.filter(({ when }) => when[name] === undefined || when[name] === value);
    const gap = gapIn(firing, rest);
    if (gap) return { [name]: value, ...gap };
  }
  return undefined;
};

/** Refuses a table unless exactly one of its rows fires for whatever there can be. */
export const requireDecided = (rows: readonly TierRow[]): void => {
  requireNoOverlap(rows);
  const gap = gapIn(rows, dimensionsOf(rows));
  if (gap) throw refuse('tier-policy-gap', `No row fires for ${told(gap)}`);
};
