import { cellsPipeline, type OpportunityCell } from './pipeline-figures.ts';

const fromNeeds = { $match: { needId: { $type: 'string' } } };

/** Asks for the cells of the opportunities that came from needs. */
export const fromServicePipeline: readonly object[] = [fromNeeds, ...cellsPipeline];

/** The opportunities of one outcome and currency that one person is credited with. */
export interface PersonCell {
  readonly personId: string;
  readonly status: string;
  readonly currency?: string | null;
  readonly count: number;
  readonly amountMinor: number;
}

export const peoplePipeline: readonly object[] = [
  fromNeeds,
  { $unwind: '$heardBy' },
  {
    $group: {
      _id: { personId: '$heardBy', status: '$status', currency: '$value.currency' },
      count: { $sum: 1 },
      amountMinor: { $sum: '$value.amountMinor' },
    },
  },
  { $replaceWith: { $mergeObjects: ['$_id', { count: '$count', amountMinor: '$amountMinor' }] } },
];

type Cell = Pick<OpportunityCell, 'status' | 'currency' | 'count' | 'amountMinor'>;

const countOf = (cells: readonly Cell[], status?: string): number =>
  cells.reduce((sum, cell) => sum + (status && cell.status !== status ? 0 : cell.count), 0);

const wonMinor = (cells: readonly Cell[], currency: string | undefined): number =>
  cells
    .filter((cell) => cell.status === 'won' && cell.currency === currency)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);

/** So many people are named, those whose needs brought most first. */
const peopleMax = 20;

const byPerson = (people: readonly PersonCell[], currency: string | undefined) =>
  [...Map.groupBy(people, ({ personId }) => personId)]
    .map(([personId, cells]) => ({
      personId,
      discovered: countOf(cells),
      won: countOf(cells, 'won'),
      wonMinor: wonMinor(cells, currency),
    }))
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
  const [discovered, won, lost] = [countOf(cells), countOf(cells, 'won'), countOf(cells, 'lost')];
  const wonOfService = wonMinor(cells, currency);
  return {
    discovered,
    won,
    lost,
    open: discovered - won - lost,
    wonMinor: wonOfService,
    ...(currency !== undefined && { currency }),
    ...(valueMinor > 0 && { shareOfWonValue: wonOfService / valueMinor }),
    byPerson: byPerson(people, currency),
  };
};
