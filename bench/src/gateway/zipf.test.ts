import { zipfPicks } from './zipf.ts';

describe('picks by Zipf’s law', () => {
  const picks = zipfPicks(1_000, 4_096);
  const times = (item: number) => picks.filter((pick) => pick === item).length;

  it('choose the first twice as often as the second and three times as often as the third', () => {
    expect(times(0) / times(1)).toBeCloseTo(2, 1);
    expect(times(0) / times(2)).toBeCloseTo(3, 1);
  });

  it('reach most of the rare ones too', () => {
    expect(new Set(picks).size).toBeGreaterThan(750);
    expect(Math.max(...picks)).toBeLessThan(1_000);
  });
});
