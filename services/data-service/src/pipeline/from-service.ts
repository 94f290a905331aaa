import { cellsBy, countOf, type ValuedCell, valuesOf } from '../valued-cells.ts';
import { byOutcome } from './outcomes.ts';
import { cellsPipeline, type OpportunityCell } from './pipeline-figures.ts';

const fromNeeds = { $match: { needId: { $type: 'string' } } };

/** Asks for the cells of the opportunities that came from needs. */
export const fromServicePipeline: readonly object[] = [fromNeeds, ...cellsPipeline];

/** The opportunities of one outcome and currency that one person is credited with. */
export interface PersonCell extends ValuedCell {
  readonly personId: string;
  readonly status: string;
}

export const peoplePipeline: readonly object[] = [
  fromNeeds,
  { $unwind: '$heardBy' },
  ...cellsBy({ personId: '$heardBy', status: '$status' }),
];

const amountIn = (currency: string | undefined, cells: readonly ValuedCell[]): number =>
  valuesOf(cells).find((value) => value.currency === currency)?.amountMinor ?? 0;

/** So many people are named, those whose needs brought most first. */
const peopleMax = 20;

const byPerson = (people: readonly PersonCell[], currency: string | undefined) =>
  [...Map.groupBy(people, ({ personId }) => personId)]
    .map(([personId, cells]) => {
      const { won } = byOutcome(cells);
      const wonMinor = amountIn(currency, won);
      return { personId, discovered: countOf(cells), won: countOf(won), wonMinor };
    })
    .sort(
      (one, other) =>
        other.wonMinor - one.wonMinor ||
        other.won - one.won ||
        other.discovered - one.discovered ||
        (one.personId < other.personId ? -1 : 1),
    )
    .slice(0, peopleMax);

/** What service started; nothing where no opportunity ever came from a need. */
export const fromServiceFigures = (
  cells: readonly OpportunityCell[],
  people: readonly PersonCell[],
  allWon: { readonly valueMinor: number; readonly currency?: string },
) => {
  if (cells.length === 0) return undefined;
  const { currency, valueMinor } = allWon;
  const { won, lost, open } = byOutcome(cells);
  const wonMinor = amountIn(currency, won);
  return {
    discovered: countOf(cells),
    won: countOf(won),
    lost: countOf(lost),
    open: countOf(open),
    wonMinor,
    ...(currency !== undefined && { currency }),
    ...(valueMinor > 0 && { shareOfWonValue: wonMinor / valueMinor }),
    byPerson: byPerson(people, currency),
  };
};
