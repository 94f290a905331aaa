import { pipeline } from 'node:stream';
import { CsvError, type Options, parse } from 'csv-parse';
import { CannotGoOn } from '../cannot-go-on.ts';
import type { Columns } from '../mapping/columns.ts';
import type { CsvFormat } from '../mapping/csv-format.ts';
import { LineCount } from './line-count.ts';
import { openBytes } from './open-bytes.ts';
import { lineAt, type Place, start } from './place.ts';

/** One row of a file; `fault` says what is wrong with it where it cannot be read as one. */
export interface Row {
  /** The line that it begins on; the header is on line 1. */
  readonly line: number;
  readonly fields: readonly string[];
  readonly fault?: string;
}

/** A file of rows, read as a stream: however long it is, only a few rows are held. */
export interface CsvTable {
  readonly columns: Columns;
  /** Reads the file from its first row on, each time that it is called. */
  readonly rows: () => AsyncIterable<Row>;
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number; readonly bytes: number };
}

/** Also bounds how far a quote that nothing closes is followed. */
const rowBytesMax = 256 * 1024;

const optionsOf = ({ delimiter, encoding }: CsvFormat): Options => ({
  delimiter,
  encoding,
  record_delimiter: ['\r\n', '\n'],
  bom: true,
  info: true,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: rowBytesMax,
});

/** How it ends is told by the last stream of the pipeline, which is the one that is read. */
const told = () => undefined;

const parsedFrom = async (path: string, format: CsvFormat, from: Place) =>
  pipeline(
    await openBytes(path, from.byte),
    parse(optionsOf(format)),
    told,
  ) as AsyncIterable<Parsed>;

const openQuote = 'Has a quote that is not closed';

/**
 * Of a row over several lines: whether a quote that nothing closes took in the rows after it. A value
 * that keeps its opening quote is one whose closing quote the parser did not find where it belongs.
 */
const isTorn = (record: readonly string[], wanted: number): boolean =>
  record.length !== wanted || record.some((value) => value.startsWith('"'));

/** A row that was torn is over at the end of its first line; what it swallowed is read again. */
async function* tornRow(path: string, from: Place) {
  const { line, next } = await lineAt(path, from);
  yield { line, fields: [], fault: openQuote };
  return next;
}

/** Reads rows from a place on, to the end or to a row that must be left: then it answers where to go on. */
async function* rowsFrom(path: string, format: CsvFormat, from: Place, wanted: number) {
  const lines = new LineCount(from.line);
  let place = from;
  try {
    for await (const { record, info } of await parsedFrom(path, format, from)) {
      const line = lines.take(record, info.lines);
      if (lines.next > line + 1 && isTorn(record, wanted)) return yield* tornRow(path, place);
      if (record.length === wanted) yield { line, fields: record };
      else yield { line, fields: record, fault: `Has ${record.length} values, not ${wanted}` };
      place = { line: lines.next, byte: from.byte + info.bytes };
    }
  } catch (error) {
    if (error instanceof CsvError) return yield* tornRow(path, place);
    throw error;
  }
  return undefined;
}

async function* allRows(path: string, format: CsvFormat, first: Place, wanted: number) {
  for (let from: Place | undefined = first; from !== undefined; )
    from = yield* rowsFrom(path, format, from, wanted);
}

const headerOf = async (path: string, format: CsvFormat) => {
  for await (const { record, info } of await parsedFrom(path, format, start))
    return {
      header: record.map((name) => name.trim()),
      after: { line: info.lines + 1, byte: info.bytes },
    };
  throw new CannotGoOn(`${path} is empty`);
};

/** Opens a file of comma-separated values; a compressed one is decompressed while it is read. */
export const openTable = async (path: string, format: CsvFormat): Promise<CsvTable> => {
  const { header, after } = await headerOf(path, format);
  return {
    columns: { file: path, header },
    rows: () => allRows(path, format, after, header.length),
  };
};
