import { Line } from '@steward/contracts';
import { countFigures } from './count-figures.ts';
import { exactSeconds } from './durations.ts';
import { counted, summed, type TicketCounts } from './ticket-counts.ts';

/** The tickets that ended alike and passed the same lines: enough for every total of the report. */
export interface TicketCell extends TicketCounts {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly heldSeconds: Readonly<Record<Line, number>>;
}

const byLine = (expressionOf: (line: Line) => unknown) =>
  Object.fromEntries(Line.options.map((line) => [line, expressionOf(line)]));

/** Asks for all cells in one pass over the tickets; there are as many as ways to pass the lines and end. */
export const cellsPipeline: readonly object[] = [
  {
    $group: {
      _id: { label: '$label', lines: '$lines' },
      ...counted,
      ...byLine((line) => ({ $sum: `$heldSeconds.${line}` })),
    },
  },
  {
    $project: {
      _id: 0,
      label: '$_id.label',
      lines: '$_id.lines',
      ...Object.fromEntries(Object.keys(counted).map((name) => [name, 1])),
      heldSeconds: byLine((line) => `$${line}`),
    },
  },
];

type Numbers = Readonly<Record<string, number>>;

const sumBy = (cells: readonly TicketCell[], of: (cell: TicketCell) => number): number =>
  cells.reduce((sum, cell) => sum + of(cell), 0);

const ticketsWhere = (
  cells: readonly TicketCell[],
  matches: (lines: readonly Line[]) => boolean,
): number =>
  sumBy(
    cells.filter(({ lines }) => matches(lines)),
    ({ tickets }) => tickets,
  );

const finalStates = (cells: readonly TicketCell[]): Numbers => {
  const byLabel = Map.groupBy(cells, ({ label }) => label);
  const counts = [...byLabel].map(
    ([label, same]) => [label, sumBy(same, ({ tickets }) => tickets)] as const,
  );
  return Object.fromEntries(counts.sort(([, one], [, other]) => other - one));
};

const heldSeconds = (cells: readonly TicketCell[]): Numbers => {
  const sums = Line.options.map(
    (line) => [line, exactSeconds(sumBy(cells, (cell) => cell.heldSeconds[line]))] as const,
  );
  return Object.fromEntries(sums.filter(([, seconds]) => seconds !== 0));
};

/** The totals over all tickets. */
export const supportTotals = (cells: readonly TicketCell[]) => ({
  ...countFigures(summed(cells)),
  neverLeftFirstLine: ticketsWhere(cells, (lines) => lines.every((line) => line === 'first')),
  reachedThirdLine: ticketsWhere(cells, (lines) => lines.includes('third')),
  unclearLine: ticketsWhere(
    cells,
    (lines) => lines.includes('unclear') && !lines.includes('third'),
  ),
  finalStates: finalStates(cells),
  heldSeconds: heldSeconds(cells),
});
