import Table from 'cli-table3';

/** One column: its name, what stands in it, and what it means where the name does not say it all. */
export interface Column<Row> {
  readonly name: string;
  readonly of: (row: Row) => string;
  readonly means?: string;
  /** Words stand to the left; figures to the right, so that their digits line up. */
  readonly isWords?: true;
}

/** One fact for each row: its name, its words, its share of the whole where it has one, what it means. */
export interface Figure {
  readonly name: string;
  readonly words: string;
  readonly share?: string;
  readonly means?: string;
}

/** What something means, where anybody says it. */
export const noted = (means: string | undefined): { readonly means?: string } =>
  means === undefined ? {} : { means };

// Plain lines without colours look the same on a screen and in a file.
const plain = { head: [], border: [], compact: true };

const footnotes = (
  noted: readonly { readonly name: string; readonly means?: string }[],
): string[] =>
  noted.flatMap(({ name, means }) => (means === undefined ? [] : [`  ${name}: ${means}`]));

// Names come from other systems' logs: none of them gets to speak to the reader's terminal.
const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, '\u{FFFD}');

/** A titled table with what its columns mean below it. */
export const tableText = <Row>(
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): string => {
  const table = new Table({
    head: columns.map(({ name }) => name),
    colAligns: columns.map(({ isWords }) => (isWords ? 'left' : 'right')),
    style: plain,
  });
  table.push(...rows.map((row) => columns.map(({ of }) => printable(of(row)))));
  return [title, table.toString(), ...footnotes(columns)].join('\n');
};

/** A titled list of figures with what they mean below it. */
export const figuresText = (title: string, figures: readonly Figure[]): string => {
  const hasShares = figures.some(({ share }) => share !== undefined);
  const table = new Table({ colAligns: ['left', 'right', 'right'], style: plain });
  table.push(
    ...figures.map(({ name, words, share = '' }) => [name, words, ...(hasShares ? [share] : [])]),
  );
  return [title, table.toString(), ...footnotes(figures)].join('\n');
};

/** Parts of a report, one below the other. */
export const together = (...parts: readonly (string | false)[]): string =>
  parts.filter((part) => part !== false).join('\n\n');
