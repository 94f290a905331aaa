import { OpenStage } from '@steward/contracts';
import { cellsBy, countOf, type ValuedCell, valuesOf } from '../valued-cells.ts';
import { byOutcome } from './outcomes.ts';

/** The opportunities at one step that are valued in one currency, or in none. */
export interface OpportunityCell extends ValuedCell {
  readonly status: string;
  /** The stage, or the status of those that no unit has accepted yet. */
  readonly step: string;
}

/** What is won counts by its value, else by the estimate. */
export const cellsPipeline = cellsBy(
  { status: '$status', step: { $ifNull: ['$stage', '$status'] } },
  {
    currency: { $ifNull: ['$value.currency', '$estimate.currency'] },
    amountMinor: { $ifNull: ['$value.amountMinor', '$estimate.amountMinor'] },
  },
);

const steps: readonly string[] = ['discovered', 'introduced', ...OpenStage.options];

/** Counts all, and values those of the leading currency: amounts in different currencies have no sum. */
const valued = (cells: readonly OpportunityCell[]) => {
  const [leading] = valuesOf(cells);
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
  const { won, lost, open } = byOutcome(cells);
  const decided = countOf(won) + countOf(lost);
  return {
    won: valued(won),
    lost: { count: countOf(lost) },
    open: valued(open),
    stages: stagesOf(open),
    ...(decided > 0 && { winRate: countOf(won) / decided }),
    currencies: valuesOf(won),
  };
};
