import { satisfactionFigures } from './satisfaction-figures.ts';

describe('the figures of satisfaction', () => {
  it('know neither share nor mean without ratings', () => {
    expect(satisfactionFigures([])).toEqual({
      ratings: 0,
      scores: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 },
    });
  });

  it('count 4 and 5 as satisfied', () => {
    const counts = [3, 4, 5, 1].map((score) => ({ score, count: score === 4 ? 2 : 1 }));
    expect(satisfactionFigures(counts)).toEqual({
      ratings: 5,
      csat: 0.6,
      mean: 3.4,
      scores: { 1: 1, 2: 0, 3: 1, 4: 2, 5: 1 },
    });
  });
});
