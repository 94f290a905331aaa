import type { Money } from '@steward/contracts';

/** The opportunities that service started, by how they stand and the currency that they were won in. */
export interface StartedSales {
  readonly status: string;
  readonly currency?: string | null;
  readonly count: number;
  readonly amountMinor: number;
}

/** Asks for what came of the needs that service heard of. */
export const startedSalesPipeline: readonly object[] = [
  { $match: { needId: { $ne: null } } },
  {
    $group: {
      _id: { status: '$status', currency: '$value.currency' },
      count: { $sum: 1 },
      amountMinor: { $sum: '$value.amountMinor' },
    },
  },
  { $replaceWith: { $mergeObjects: ['$_id', { count: '$count', amountMinor: '$amountMinor' }] } },
];

const countOf = (cells: readonly StartedSales[]): number =>
  cells.reduce((sum, { count }) => sum + count, 0);

const wonValue = (won: readonly StartedSales[]): Money[] =>
  won
    .flatMap(({ currency, ...cell }) => (currency ? [{ ...cell, currency }] : []))
    .sort((one, other) => other.count - one.count || (one.currency < other.currency ? -1 : 1))
    .map(({ amountMinor, currency }) => ({ amountMinor, currency }));

/** The sales that service started. */
export const startedSales = (cells: readonly StartedSales[]) => {
  const won = cells.filter(({ status }) => status === 'won');
  const lost = cells.filter(({ status }) => status === 'lost');
  const opportunities = countOf(cells);
  return {
    opportunities,
    open: opportunities - countOf(won) - countOf(lost),
    won: countOf(won),
    lost: countOf(lost),
    wonValue: wonValue(won),
  };
};
