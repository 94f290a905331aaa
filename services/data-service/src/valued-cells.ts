import type { Money } from '@steward/contracts';

/** So many that are alike, and valued in one currency or in none. */
export interface ValuedCell {
  readonly currency?: string | null;
  readonly count: number;
  readonly amountMinor: number;
}

const valueOfRow = { currency: '$value.currency', amountMinor: '$value.amountMinor' };

/** Asks for all cells of rows that are alike in these fields, in one pass over them. */
export const cellsBy = (
  alike: Readonly<Record<string, unknown>>,
  { currency, amountMinor }: Readonly<Record<keyof Money, unknown>> = valueOfRow,
): readonly object[] => [
  {
    $group: {
      _id: { ...alike, currency },
      count: { $sum: 1 },
      amountMinor: { $sum: amountMinor },
    },
  },
  { $replaceWith: { $mergeObjects: ['$_id', { count: '$count', amountMinor: '$amountMinor' }] } },
];

export const countOf = (cells: readonly Pick<ValuedCell, 'count'>[]): number =>
  cells.reduce((sum, { count }) => sum + count, 0);

/** The currency that most are valued in comes first; of equals the one that the alphabet puts first. */
export const valuesOf = (cells: readonly ValuedCell[]): Money[] => {
  const valued = cells.flatMap(({ currency, ...cell }) =>
    currency ? [{ ...cell, currency }] : [],
  );
  return [...Map.groupBy(valued, ({ currency }) => currency)]
    .map(([currency, same]) => ({
      currency,
      count: countOf(same),
      amountMinor: same.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    }))
    .sort((one, other) => other.count - one.count || (one.currency < other.currency ? -1 : 1))
    .map(({ amountMinor, currency }) => ({ amountMinor, currency }));
};
