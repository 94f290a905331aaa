import type { Line } from '../csv-text.ts';
import type { Random } from '../random.ts';
import { cellsOf, type Entry, header, wallClock } from './columns.ts';

const at = (column: string): number => header.indexOf(column);

const replaced =
  (column: string, value: string) =>
  (entry: Entry): Line =>
    cellsOf(entry).with(at(column), value);

/** What goes wrong in real logs. Each makes a line that an import has to report and to pass over. */
const kinds: readonly ((entry: Entry) => Line)[] = [
  replaced('Condition', 'Parked'),
  replaced('Level', 'Level 9'),
  replaced('Urgency', 'high'),
  replaced('Logged', '31.02.2025 10:00:00'),
  replaced('Logged', ''),
  replaced('Case No', ''),
  replaced('Crew', ''),
  // Before its case began.
  (entry) => cellsOf({ ...entry, minute: entry.minute - 200_000 }),
  (entry) => cellsOf(entry).slice(0, -3),
  (entry) => [...cellsOf({ ...entry, title: 'Has a column more' }), 'one too many'],
  // A quote that nothing closes, as a crash of the exporting program leaves it.
  (entry) => `${entry.caseNumber};"${wallClock(entry.minute)}`,
];

export interface Dirtied {
  readonly lines: readonly Line[];
  readonly badLines: number;
}

const early = 100;

/** Puts a bad copy of some lines after them; the good ones all stay. */
export const withDirt = (random: Random, entries: readonly Entry[]): Dirtied => {
  const lines: Line[] = entries.map(cellsOf);
  // From the end, so that what is put in moves no place that is still to come.
  const places = kinds
    .map(() => random.whole(early, entries.length - 1))
    .toSorted((one, other) => other - one);
  for (const [index, place] of places.entries()) {
    const entry = entries[place];
    const bad = kinds[index];
    if (entry && bad) lines.splice(place + 1, 0, bad(entry));
  }
  return { lines, badLines: kinds.length };
};
