import { type Money, OpenStage } from '@steward/contracts';

/** The opportunities at one step that are valued in one currency, or in none. */
export interface OpportunityCell {
  readonly status: string;
  /** The stage, or the status of those that no unit has accepted yet. */
  readonly step: string;
  readonly currency?: string | null;
  readonly count: number;
  readonly amountMinor: number;
}

/** Asks for all cells in one pass over the opportunities. What is won counts by its value, else by the estimate. */
export const cellsPipeline: readonly object[] = [
  {
    $group: {
      _id: {
        status: '$status',
        step: { $ifNull: ['$stage', '$status'] },
        currency: { $ifNull: ['$value.currency', '$estimate.currency'] },
      },
      count: { $sum: 1 },
      amountMinor: { $sum: { $ifNull: ['$value.amountMinor', '$estimate.amountMinor'] } },
    },
  },
  { $replaceWith: { $mergeObjects: ['$_id', { count: '$count', amountMinor: '$amountMinor' }] } },
];

const steps: readonly string[] = ['discovered', 'introduced', ...OpenStage.options];

interface InCurrency extends Money {
  readonly count: number;
}

const countOf = (cells: readonly { readonly count: number }[]): number =>
  cells.reduce((sum, { count }) => sum + count, 0);

/** The currency that most are valued in comes first; of equals the one that the alphabet puts first. */
const byCurrency = (cells: readonly OpportunityCell[]): InCurrency[] => {
  const valued = cells.flatMap(({ currency, ...cell }) =>
    currency ? [{ ...cell, currency }] : [],
  );
  return [...Map.groupBy(valued, ({ currency }) => currency)]
    .map(([currency, same]) => ({
      currency,
      count: countOf(same),
      amountMinor: same.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    }))
    .sort((one, other) => other.count - one.count || (one.currency < other.currency ? -1 : 1));
};

/** Counts all, and values those of the leading currency: amounts in different currencies have no sum. */
const valued = (cells: readonly OpportunityCell[]) => {
  const [leading] = byCurrency(cells);
  return {
    count: countOf(cells),
    valueMinor: leading?.amountMinor ?? 0,
    ...(leading && { currency: leading.currency }),
  };
};

const stagesOf = (open: readonly OpportunityCell[]) => {
  const byStep = Map.groupBy(open, ({ step }) => step);
  return steps.flatMap((stage) => {
    const cells = byStep.get(stage);
    return cells ? [{ stage, ...valued(cells) }] : [];
  });
};

export const pipelineFigures = (cells: readonly OpportunityCell[]) => {
  const won = cells.filter(({ status }) => status === 'won');
  const lost = cells.filter(({ status }) => status === 'lost');
  const open = cells.filter((cell) => !won.includes(cell) && !lost.includes(cell));
  const decided = countOf(won) + countOf(lost);
  return {
    won: valued(won),
    lost: { count: countOf(lost) },
    open: valued(open),
    stages: stagesOf(open),
    ...(decided > 0 && { winRate: countOf(won) / decided }),
    currencies: byCurrency(won).map(({ amountMinor, currency }) => ({ amountMinor, currency })),
  };
};
