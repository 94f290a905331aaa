import { countWords, durationWords, moneyWords, shareOf } from './words.ts';

describe('words', () => {
  it.each([
    [undefined, '–'],
    [0, '0 s'],
    [0.25, '< 1 s'],
    [1, '1 s'],
    [59.6, '1 min'],
    [60, '1 min'],
    [754, '12 min 34 s'],
    [3_600, '1 h'],
    [3_661, '1 h 1 min'],
    [86_399, '1 d'],
    [86_400, '1 d'],
    [274_000, '3 d 4 h'],
    [1_000_000_000, '11,574 d 2 h'],
  ])('say %p seconds as %p', (seconds, words) => {
    expect(durationWords(seconds)).toBe(words);
  });

  it.each([
    [1_000_553_400, 'USD', 'USD 10,005,534.00'],
    [5, 'EUR', 'EUR 0.05'],
    [-1_250, 'EUR', 'EUR -12.50'],
    [1_200, 'JPY', 'JPY 1,200'],
    [1_500, 'KWD', 'KWD 1.500'],
    [9_007_199_254_740_991, 'USD', 'USD 90,071,992,547,409.91'],
    [0, undefined, '–'],
  ])('say %p minor units of %p as %p', (amountMinor, currency, words) => {
    expect(moneyWords(amountMinor, currency)).toBe(words);
  });

  it('group the thousands of counts', () => {
    expect(countWords(65_533)).toBe('65,533');
  });

  it.each([
    [0, 0, '–'],
    [0, 7_554, '0.0%'],
    [3, 7_554, '< 0.1%'],
    [4, 7_554, '0.1%'],
    [4_546, 7_554, '60.2%'],
    [7_554, 7_554, '100.0%'],
  ])('say %p of %p as %p', (part, all, words) => {
    expect(shareOf(part, all)).toBe(words);
  });
});
