import { median, pairedRatios, quantile, spread, verdictOf } from './statistics.ts';

describe('statistics', () => {
  it.each([
    { of: [5], share: 0.25, is: 5 },
    { of: [3, 1, 2], share: 0.5, is: 2 },
    { of: [1, 2, 3, 4], share: 0.5, is: 2.5 },
    { of: [10, 20, 30, 40, 50], share: 0.25, is: 20 },
    { of: [1, 2], share: 0.99, is: 1.99 },
    { of: [1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], share: 0.75, is: Infinity },
  ])('find $is below a share of $share of $of', ({ of, share, is }) => {
    expect(quantile(of, share)).toBeCloseTo(is);
  });

  it('leave the order of what they are given', () => {
    const numbers = [3, 1, 2];
    median(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });

  it('know no middle of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });

  it.each([
    { better: 'higher', ratios: [2, 3] },
    { better: 'lower', ratios: [0.5, 1 / 3] },
  ] as const)('pair by round where $better is better', ({ better, ratios }) => {
    // The second round ran on a machine ten times slower, and the ratio does not care.
    expect(pairedRatios([200, 30], [100, 10], better)).toEqual(ratios);
  });

  it('refuse rounds that only one of a pair ran', () => {
    expect(() => pairedRatios([1, 2], [1], 'higher')).toThrow(RangeError);
  });

  it.each([
    { quartiles: [1.9, 2, 2.1], bounds: { atLeast: 1.8 }, verdict: 'met' },
    { quartiles: [1.7, 2, 2.3], bounds: { atLeast: 1.8 }, verdict: 'unsure' },
    { quartiles: [1.5, 1.7, 2.3], bounds: { atLeast: 1.8 }, verdict: 'short' },
    { quartiles: [3, 4, 5], bounds: { atMost: 5 }, verdict: 'met' },
    { quartiles: [3, 4, 6], bounds: { atMost: 5 }, verdict: 'unsure' },
    { quartiles: [3, 6, 6], bounds: { atMost: 5 }, verdict: 'short' },
  ] as const)('call $quartiles against $bounds $verdict', ({ quartiles, bounds, verdict }) => {
    const [lowerQuartile, middle, upperQuartile] = quartiles;
    expect(verdictOf({ lowerQuartile, median: middle, upperQuartile }, bounds)).toBe(verdict);
  });

  it('spread from quartile to quartile', () => {
    expect(spread([1, 2, 3, 4, 5])).toEqual({ lowerQuartile: 2, median: 3, upperQuartile: 4 });
  });
});
