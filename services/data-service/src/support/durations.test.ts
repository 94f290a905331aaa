import { durationsOf } from './durations.ts';

describe('durations', () => {
  it.each([
    { of: 'nothing', portions: [], figures: { count: 0 } },
    { of: 'empty portions', portions: [[], []], figures: { count: 0 } },
    {
      of: 'one value',
      portions: [[7]],
      figures: { count: 1, meanSeconds: 7, medianSeconds: 7, p90Seconds: 7 },
    },
    {
      of: 'an odd number of values in any order',
      portions: [[30, 10], [20]],
      figures: { count: 3, meanSeconds: 20, medianSeconds: 20, p90Seconds: 28 },
    },
    {
      of: 'an even number of values',
      portions: [[100, 2, 9, 1]],
      figures: { count: 4, meanSeconds: 28, medianSeconds: 5.5, p90Seconds: 72.7 },
    },
  ])('of $of', ({ portions, figures }) => {
    expect(durationsOf(portions)).toEqual(figures);
  });
});
