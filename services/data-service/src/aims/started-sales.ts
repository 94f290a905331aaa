import { byOutcome } from '../pipeline/outcomes.ts';
import { countOf, type ValuedCell, valuesOf } from '../valued-cells.ts';

/** The sales that service started: what came of the needs that it heard of. */
export const startedSales = (cells: readonly (ValuedCell & { readonly status: string })[]) => {
  const { won, lost, open } = byOutcome(cells);
  return {
    opportunities: countOf(cells),
    open: countOf(open),
    won: countOf(won),
    lost: countOf(lost),
    wonValue: valuesOf(won),
  };
};
