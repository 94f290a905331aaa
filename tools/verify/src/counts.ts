import { stripVTControlCharacters } from 'node:util';

/** What jest says at the end of a run: `Tests: 1 failed, 2 skipped, 65 passed, 68 total`. */
const summary = /Tests:\s+(?<parts>(?:\d+ \w+, )*)\d+ total/;

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const part = (parts: string, word: string): number =>
  Number(new RegExp(`(\\d+) ${word}`).exec(parts)?.[1] ?? 0);

/** Adds up the tests of every run in an output, coloured or not. */
export const countTests = (output: string): Counts => {
  const plain = stripVTControlCharacters(output);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const line of plain.split('\n')) {
    const parts = summary.exec(line)?.groups?.parts;
    if (parts === undefined) continue;
    counts.passed += part(parts, 'passed');
    counts.failed += part(parts, 'failed');
    counts.skipped += part(parts, 'skipped');
  }
  return counts;
};
