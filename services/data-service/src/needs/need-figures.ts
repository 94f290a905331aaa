import { type Money, NeedKind } from '@steward/contracts';
import { cellsBy, countOf, type ValuedCell, valuesOf } from '../valued-cells.ts';

/** The needs of one kind and status whose opportunities were won in one currency, or not. */
export interface NeedCell extends ValuedCell {
  readonly kind: NeedKind;
  readonly status: string;
}

export const needCellsPipeline = cellsBy({ kind: '$kind', status: '$status' });

/** Asks for the one or two open needs in the middle of all that are open, by when they were found. */
export const middleOfOpen = (open: number): object[] => [
  { $match: { status: 'open' } },
  { $sort: { foundAt: 1, _id: 1 } },
  { $skip: Math.max(0, Math.ceil(open / 2) - 1) },
  { $limit: open % 2 === 0 ? 2 : 1 },
  { $project: { _id: 0, foundAt: 1 } },
];

/** How long they have been open; between the two in the middle of an even number lies the median. */
export const medianAgeSeconds = (
  middle: readonly { readonly foundAt: string }[],
  now: Date,
): number | undefined => {
  if (middle.length === 0) return undefined;
  const ages = middle.map(({ foundAt }) => (now.getTime() - Date.parse(foundAt)) / 1_000);
  return Math.max(0, ages.reduce((sum, age) => sum + age, 0) / ages.length);
};

const countsOf = (cells: readonly NeedCell[]) => {
  const of = (...statuses: string[]) =>
    countOf(cells.filter(({ status }) => statuses.includes(status)));
  return {
    found: of('open', 'accepted', 'rejected', 'won', 'offered', 'lost'),
    open: of('open'),
    // Whatever came to an end had been accepted.
    accepted: of('accepted', 'won', 'offered', 'lost'),
    rejected: of('rejected'),
    won: of('won'),
    offered: of('offered'),
    lost: of('lost'),
  };
};

const wonValues = (cells: readonly NeedCell[]): Money[] =>
  valuesOf(cells).sort((one, other) => (one.currency < other.currency ? -1 : 1));

export const needFigures = (cells: readonly NeedCell[]) => ({
  needs: { ...countsOf(cells), wonValues: wonValues(cells) },
  kinds: NeedKind.options.flatMap((kind) => {
    const same = cells.filter((cell) => cell.kind === kind);
    return same.length > 0 ? [{ kind, ...countsOf(same) }] : [];
  }),
});
