import { within } from './period.ts';

const march = '2026-03-01T00:00:00.000Z';
const april = '2026-04-01T00:00:00.000Z';
const since = { $match: { raisedAt: { $gte: march } } };
const before = { $match: { raisedAt: { $lt: april } } };

describe('a period', () => {
  it.each([
    { what: 'is all time where nothing is said', period: {}, stages: [] },
    { what: 'holds its beginning', period: { from: march }, stages: [since] },
    { what: 'does not hold its end', period: { to: april }, stages: [before] },
    { what: 'may have both', period: { from: march, to: april }, stages: [since, before] },
    {
      what: 'is the same in any time zone',
      period: { from: '2026-03-01T01:00:00+01:00' },
      stages: [since],
    },
  ])('$what', ({ period, stages }) => {
    expect(within('raisedAt', period)).toEqual(stages);
  });
});
