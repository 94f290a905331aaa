import { supportGroups } from './support-groups.ts';

const group = (key: string, tickets: number) => ({
  key,
  tickets,
  open: 0,
  reopenings: 0,
  handOvers: 0,
});

describe('the groups of support', () => {
  it('keep their order and get their own times, from however many portions', () => {
    const groups = supportGroups(
      [group('Sweden', 3), group('Poland', 1)],
      [
        { key: 'Poland', response: [8], resolution: [] },
        { key: 'Sweden', response: [1], resolution: [5] },
        { key: 'Sweden', response: [3], resolution: [] },
      ],
    );
    expect(groups).toEqual([
      {
        ...group('Sweden', 3),
        response: { count: 2, meanSeconds: 2, medianSeconds: 2, p90Seconds: 2.8 },
        resolution: { count: 1, meanSeconds: 5, medianSeconds: 5, p90Seconds: 5 },
      },
      {
        ...group('Poland', 1),
        response: { count: 1, meanSeconds: 8, medianSeconds: 8, p90Seconds: 8 },
        resolution: { count: 0 },
      },
    ]);
  });
});
