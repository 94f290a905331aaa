import { stringify } from 'csv-stringify/sync';

export type Cell = string | number;

/** A row as it stands in a file: its cells, or text that no program for tables would have written. */
export type Line = readonly Cell[] | string;

export interface CsvStyle {
  readonly delimiter: string;
  readonly lineEnd: string;
  readonly bom: boolean;
}

const byteOrderMark = '\ufeff';

export const csvText = (lines: readonly Line[], { delimiter, lineEnd, bom }: CsvStyle): string => {
  const texts = lines.map((line) =>
    typeof line === 'string'
      ? `${line}${lineEnd}`
      : stringify([[...line]], { delimiter, record_delimiter: lineEnd, quoted_match: /\n/ }),
  );
  return (bom ? byteOrderMark : '') + texts.join('');
};
