import { chance } from './chance.ts';

const drawn = (seed: number, name = 'load') => {
  const own = chance(seed).fork(name);
  return Array.from({ length: 20 }, () => own.whole(0, 1_000_000));
};

describe('chance', () => {
  it('is the same for the same seed and part', () => {
    expect(drawn(7)).toEqual(drawn(7));
  });

  it.each([
    { other: 'seed', draws: () => drawn(8) },
    { other: 'part', draws: () => drawn(7, 'faults') },
  ])('is another for another $other', ({ draws }) => {
    expect(draws()).not.toEqual(drawn(7));
  });

  it('does not move with what other parts draw', () => {
    const shared = chance(7);
    for (let draws = 0; draws < 10; draws += 1) shared.whole(1, 6);
    const own = shared.fork('load');
    expect(Array.from({ length: 20 }, () => own.whole(0, 1_000_000))).toEqual(drawn(7));
  });
});
