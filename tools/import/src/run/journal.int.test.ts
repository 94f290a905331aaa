import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadRows } from './bad-rows.ts';
import { Journal } from './journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'steward-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const newPath = () => join(folder, randomUUID());

/** What a run has written that had acknowledged these rows and then ended. */
const writtenBy = (rows: readonly number[]): string => {
  const path = newPath();
  const journal = new Journal(path);
  for (const row of rows) journal.done(row, `t-${row}`);
  journal.close();
  return path;
};

const doneIn = (journal: Journal, rowsMax: number): number[] =>
  Array.from({ length: rowsMax }, (_, row) => row).filter((row) => journal.isDone(row));

describe('a journal', () => {
  it('remembers what was acknowledged, and by what to prove it', () => {
    const journal = new Journal(writtenBy([3, 1, 2, 7]));
    expect(doneIn(journal, 10)).toEqual([1, 2, 3, 7]);
    expect(journal.size).toBe(4);
    expect(journal.proofs).toEqual(['t-7', 't-7']);
  });

  it('remembers refused rows with their reasons, so that every run reports them', () => {
    const path = newPath();
    const first = new Journal(path);
    first.refused({ row: 5, line: 6, reason: 'too early' });
    first.close();
    expect(new Journal(path).refusalOf(5)).toEqual({ row: 5, line: 6, reason: 'too early' });
  });

  it('passes over a line that a crash has torn, and goes on after it', () => {
    const path = writtenBy([1, 2]);
    appendFileSync(path, '{"rows":[[3,9');
    const journal = new Journal(path);
    expect(doneIn(journal, 10)).toEqual([1, 2]);
    journal.done(3, 't-3');
    journal.close();
    expect(doneIn(new Journal(path), 10)).toEqual([1, 2, 3]);
  });

  it('says when it is damaged elsewhere', () => {
    const path = writtenBy([1]);
    appendFileSync(path, 'nonsense\n');
    expect(() => new Journal(path)).toThrow('begin anew with --restart');
  });

  it('writes at the latest after so many rows, without being closed', () => {
    const path = newPath();
    const journal = new Journal(path);
    for (let row = 1; row <= 300; row += 1) journal.done(row, 't');
    expect(doneIn(new Journal(path), 400)).toHaveLength(256);
    journal.close();
  });
});

describe('the report of bad rows', () => {
  it('is a file for people, written anew by every run', () => {
    const path = newPath();
    for (const line of [2, 3]) {
      const badRows = new BadRows(path);
      badRows.add({ file: 'log.csv', line, about: 't-1', reason: 'no state for "Parked, twice"' });
      expect(badRows.count).toBe(1);
      badRows.close();
    }
    expect(readFileSync(path, 'utf8')).toBe(
      'file,line,about,reason\nlog.csv,3,t-1,"no state for ""Parked, twice"""\n',
    );
  });
});
