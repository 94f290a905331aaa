import { GradeExplained } from '@steward/contracts';
import fc from 'fast-check';
import { type Graded, gradeOf } from './grade-of.ts';

const largeFromMinor = 1_000;
const graded = (changes: Partial<Graded> = {}): Graded => ({
  percentile: 0,
  largeFromMinor,
  isEntitled: false,
  ...changes,
});

describe('the grade of a customer', () => {
  it.each([
    { percentile: 29.9, points: 0 },
    { percentile: 30, points: 1 },
    { percentile: 59.9, points: 1 },
    { percentile: 60, points: 2 },
    { percentile: 89.9, points: 2 },
    { percentile: 90, points: 3 },
  ])('R97: has $points points for a value of $percentile percent', ({ percentile, points }) => {
    expect(gradeOf(graded({ percentile }))).toMatchObject({ points });
  });

  it.each([
    { projectValueMinor: undefined, points: 0 },
    { projectValueMinor: -1, points: 0 },
    { projectValueMinor: 99, points: 0 },
    { projectValueMinor: 100, points: 1 },
    { projectValueMinor: 999, points: 1 },
    { projectValueMinor: 1_000, points: 2 },
  ])('R97: has $points points for a project of $projectValueMinor', ({ points, ...value }) => {
    expect(gradeOf(graded(value))).toMatchObject({ points });
  });

  it.each([
    { what: 'nothing', changes: {}, grade: 'bronze', pool: 'partner' },
    {
      what: 'a right to support alone',
      changes: { isEntitled: true },
      grade: 'bronze',
      pool: 'partner',
    },
    {
      what: 'a large project alone',
      changes: { projectValueMinor: 1_000 },
      grade: 'silver',
      pool: 'operation',
    },
    {
      what: 'a great value alone',
      changes: { percentile: 100 },
      grade: 'silver',
      pool: 'operation',
    },
    {
      what: 'a great value and a right',
      changes: { percentile: 100, isEntitled: true },
      grade: 'gold',
      pool: 'team',
    },
  ])('R97: is $grade, and the pool $pool, for $what', ({ changes, grade, pool }) => {
    expect(gradeOf(graded(changes))).toMatchObject({ grade, pool });
  });

  it('R97: says what it follows from', () => {
    const explained = gradeOf(graded({ percentile: 95, projectValueMinor: 100, isEntitled: true }));
    expect(explained).toEqual({
      grade: 'gold',
      points: 5,
      pool: 'team',
      parts: [
        { part: 'customer-value', points: 3, why: 'among the best tenth of all customers' },
        { part: 'project-value', points: 1, why: 'at least a tenth of a large project' },
        { part: 'entitlement', points: 1, why: 'a right to support' },
      ],
    });
    expect(GradeExplained.parse(explained)).toEqual(explained);
  });

  it('never falls when anything that it follows from rises', () => {
    const known = fc.record({
      percentile: fc.double({ min: 0, max: 100, noNaN: true }),
      projectValueMinor: fc.nat(2_000),
      isEntitled: fc.boolean(),
    });
    fc.assert(
      fc.property(known, known, (one, other) => {
        const better = {
          percentile: Math.max(one.percentile, other.percentile),
          projectValueMinor: Math.max(one.projectValueMinor, other.projectValueMinor),
          isEntitled: one.isEntitled || other.isEntitled,
        };
        const rank = ['bronze', 'silver', 'gold'];
        const rankOf = (changes: Partial<Graded>) => rank.indexOf(gradeOf(graded(changes)).grade);
        expect(rankOf(better)).toBeGreaterThanOrEqual(rankOf(one));
      }),
    );
  });
});
