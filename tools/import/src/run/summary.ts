import type { Run } from './run.ts';

/** What an import has done, in numbers. */
export interface Summary {
  readonly source: string;
  readonly mapping: string;
  /** Rows after the header, bad ones included. */
  readonly rows: number;
  /** Acknowledged to this run. */
  readonly sent: number;
  /** Acknowledged to an earlier run, and so not sent again. */
  readonly skipped: number;
  readonly accounts: number;
  readonly badRows: number;
  readonly badRowsFile: string;
  readonly calls: number;
  readonly seconds: number;
  readonly rowsPerSecond: number;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

export const summaryOf = (
  { tally, badRows, client }: Run,
  { source, mapping, seconds }: Pick<Summary, 'source' | 'mapping' | 'seconds'>,
): Summary => {
  const { sendingSeconds, ...counts } = tally;
  return {
    source,
    mapping,
    ...counts,
    badRows: badRows.count,
    badRowsFile: badRows.path,
    calls: client.calls,
    seconds: rounded(seconds),
    rowsPerSecond: rounded(counts.sent / sendingSeconds),
  };
};

const number = new Intl.NumberFormat('en');

/** The same for people. */
export const summaryText = (summary: Summary): string => {
  const { source, mapping, rows, sent, skipped, accounts, badRows, calls, seconds } = summary;
  const lines = [
    `${source} is imported, by the mapping ${mapping}.`,
    '',
    ['rows', rows],
    ['sent by this run', sent],
    ['sent before', skipped],
    ['bad rows', badRows],
    ['accounts', accounts],
    ['calls', calls],
    ['seconds', seconds],
    ['rows a second', summary.rowsPerSecond],
  ].map((line) =>
    typeof line === 'string'
      ? line
      : `  ${String(line[0]).padEnd(18)}${number.format(Number(line[1])).padStart(12)}`,
  );
  if (badRows > 0) lines.push('', `What is wrong with the bad rows: ${summary.badRowsFile}`);
  return `${lines.join('\n')}\n`;
};
