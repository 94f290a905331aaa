/** Seconds over the tickets that have the figure at all; without any there is nothing but the count. */
export interface Durations {
  readonly count: number;
  readonly meanSeconds?: number;
  readonly medianSeconds?: number;
  readonly p90Seconds?: number;
}

/** Times are whole milliseconds, so whatever is worked out of their seconds is brought back to them. */
export const exactSeconds = (seconds: number): number => Math.round(seconds * 1_000) / 1_000;

export const secondsBetween = (from: string, until: string): number =>
  (Date.parse(until) - Date.parse(from)) / 1_000;

/**
 * The value that a share of all lies below. Between two ranks it is interpolated in proportion, which is
 * what spreadsheets call an inclusive percentile; at one half it is the usual median.
 */
const quantile = (sorted: Float64Array, share: number): number => {
  const rank = (sorted.length - 1) * share;
  const below = sorted[Math.floor(rank)] ?? Number.NaN;
  const above = sorted[Math.ceil(rank)] ?? Number.NaN;
  return exactSeconds(below + (above - below) * (rank % 1));
};

/** The figures of values that come in portions, the same however they are portioned. */
export const durationsOf = (portions: readonly (readonly number[])[]): Durations => {
  const sorted = Float64Array.from(portions.flat()).sort();
  if (sorted.length === 0) return { count: 0 };
  return {
    count: sorted.length,
    meanSeconds: exactSeconds(sorted.reduce((sum, seconds) => sum + seconds, 0) / sorted.length),
    medianSeconds: quantile(sorted, 0.5),
    p90Seconds: quantile(sorted, 0.9),
  };
};
