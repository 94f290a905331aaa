/** The middle of some numbers and where their middle half lies. */
export interface Spread {
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
}

/** The value below which a share of the numbers lies, between neighbours in proportion. */
export const quantile = (numbers: readonly number[], share: number): number => {
  if (numbers.length === 0) throw new RangeError('There is no quantile of nothing');
  const sorted = numbers.toSorted((one, other) => one - other);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  // Equal neighbours are answered as they are: the difference of two infinities is no number.
  return below === above ? below : below + (above - below) * (position - Math.floor(position));
};

export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

export const spread = (numbers: readonly number[]): Spread => ({
  lowerQuartile: quantile(numbers, 0.25),
  median: median(numbers),
  upperQuartile: quantile(numbers, 0.75),
});

/**
 * Subject over baseline in each round, so that whatever slows the machine for a while slows both; turned
 * round for what is better when lower, so that above 1 always means that the subject is better.
 */
export const pairedRatios = (
  subjects: readonly number[],
  baselines: readonly number[],
  better: 'higher' | 'lower',
): number[] => {
  if (subjects.length !== baselines.length) throw new RangeError('Every round needs both');
  return subjects.map((subject, round) => {
    const baseline = baselines[round] ?? Number.NaN;
    return better === 'higher' ? subject / baseline : baseline / subject;
  });
};

/** `short` when not even the median is there, `unsure` when only the lower quartile is not. */
export type Verdict = 'met' | 'unsure' | 'short';

/** A target is met only where the worse quartile meets it. */
export const verdictOf = (
  { lowerQuartile, median: middle, upperQuartile }: Spread,
  { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY },
): Verdict => {
  if (lowerQuartile >= atLeast && upperQuartile <= atMost) return 'met';
  return middle >= atLeast && middle <= atMost ? 'unsure' : 'short';
};
