/** One column: its name, and what stands in it. Figures stand to the right, so that their digits line up. */
export interface Column<Row> {
  readonly name: string;
  readonly of: (row: Row) => string | number | undefined;
}

// Names come from other systems: none of them gets to speak to the reader's terminal.
const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, '\u{FFFD}');

/** Columns without lines, which can be read and cut by `awk` alike. */
export const table = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string => {
  const cells = rows.map((row) => columns.map(({ of }) => of(row)));
  const texts = [
    columns.map(({ name }) => name.toUpperCase()),
    ...cells.map((line) => line.map((cell) => printable(String(cell ?? '-')))),
  ];
  const widths = columns.map((_, index) =>
    Math.max(...texts.map((line) => line[index]?.length ?? 0)),
  );
  const isFigure = columns.map((_, index) =>
    cells.every((line) => typeof line[index] === 'number' || line[index] === undefined),
  );
  const padded = (cell: string, index: number) =>
    isFigure[index] ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0);
  return texts.map((line) => line.map(padded).join('  ').trimEnd()).join('\n');
};

/** Seconds in the largest unit that leaves something to see. */
export const secondsText = (seconds: number): string => {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  if (seconds < 7_200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800
    ? `${Math.round(seconds / 3_600)} h`
    : `${Math.round(seconds / 86_400)} d`;
};
