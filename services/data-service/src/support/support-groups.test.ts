import { supportGroups } from './support-groups.ts';
import { summed } from './ticket-counts.ts';

const group = (key: string, tickets: number) => ({ ...summed([]), key, tickets });
const times = { response: [], resolution: [], resolutionWithReturns: [] };

describe('the groups of support', () => {
  it('keep their order and get their own times, from however many portions', () => {
    const groups = supportGroups(
      [group('Sweden', 3), group('Poland', 1)],
      [
        { ...times, key: 'Poland', response: [8], resolutionWithoutReturns: [] },
        { ...times, key: 'Sweden', response: [1], resolution: [5], resolutionWithoutReturns: [5] },
        { ...times, key: 'Sweden', response: [3], resolutionWithoutReturns: [] },
      ],
    );
    const five = { count: 1, meanSeconds: 5, medianSeconds: 5, p90Seconds: 5 };
    expect(groups).toMatchObject([
      {
        key: 'Sweden',
        tickets: 3,
        response: { count: 2, meanSeconds: 2, medianSeconds: 2, p90Seconds: 2.8 },
        resolution: five,
        resolutionWithReturns: { count: 0 },
        resolutionWithoutReturns: five,
      },
      {
        key: 'Poland',
        tickets: 1,
        response: { count: 1, meanSeconds: 8, medianSeconds: 8, p90Seconds: 8 },
        resolution: { count: 0 },
      },
    ]);
  });
});
