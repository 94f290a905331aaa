import { csvText } from '../csv-text.ts';
import { random } from '../random.ts';
import { header } from './columns.ts';
import { withDirt } from './dirt.ts';
import { type SupportExpected, supportExpected } from './expected.ts';
import { makeCase } from './make-case.ts';

export interface GeneratedIncidents {
  readonly text: string;
  readonly rows: number;
  readonly badRows: number;
  readonly support: SupportExpected;
}

/** How many minutes lie between one case and the next at most. */
const betweenCasesMax = 300;

/** A help desk's log as such logs are: lines of many cases mixed by time, and some that are broken. */
export const generateIncidents = (seed: number, cases: number): GeneratedIncidents => {
  const chance = random(seed);
  let minute = 0;
  const made = Array.from({ length: cases }, (_, number) => {
    minute += chance.whole(0, betweenCasesMax);
    return makeCase(chance, number, minute);
  });
  // Sorting keeps the order of lines at the same minute, so a case never overtakes itself.
  const entries = made.flat().toSorted((one, other) => one.minute - other.minute);
  const { lines, badLines } = withDirt(chance, entries);
  return {
    text: csvText([header, ...lines], { delimiter: ';', lineEnd: '\r\n', bom: true }),
    rows: lines.length,
    badRows: badLines,
    support: supportExpected(made),
  };
};
