import { rangesOf } from './row-ranges.ts';
import { RowSet } from './row-set.ts';

describe('a set of rows', () => {
  it('holds what was added, far apart too, each once', () => {
    const rows = new RowSet();
    for (const row of [1, 8, 9, 100_000, 9]) rows.add(row);
    expect([1, 8, 9, 100_000].every((row) => rows.has(row))).toBe(true);
    expect([0, 2, 7, 10, 99_999, 1_000_000].some((row) => rows.has(row))).toBe(false);
    expect(rows.size).toBe(4);
  });
});

describe('rows in ranges', () => {
  it.each([
    { rows: [], ranges: [] },
    { rows: [7], ranges: [[7, 7]] },
    {
      rows: [3, 1, 2, 9, 5, 6],
      ranges: [
        [1, 3],
        [5, 6],
        [9, 9],
      ],
    },
  ])('are the same rows: $rows', ({ rows, ranges }) => {
    expect(rangesOf(rows)).toEqual(ranges);
  });
});
