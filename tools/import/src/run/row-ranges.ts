/** A first row and a last one, both in it. */
export type RowRange = [first: number, last: number];

/** The shortest way to write a set of rows: tickets are acknowledged nearly in the order of the file. */
export const rangesOf = (rows: readonly number[]): RowRange[] => {
  const ranges: RowRange[] = [];
  for (const row of rows.toSorted((one, other) => one - other)) {
    const last = ranges.at(-1);
    if (last && row <= last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  return ranges;
};
