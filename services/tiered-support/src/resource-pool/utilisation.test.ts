import type { CapacityStep } from '@steward/contracts';
import { scenario } from '@steward/testing/scenario';
import fc from 'fast-check';
import { day } from '../fixtures/operated-projects.ts';
import { booking } from '../fixtures/resource-pools.ts';
import { stretches, withStep } from './occupancy.ts';
import { resourcePool } from './resource-pool.ts';
import { requirePeriod, utilisation } from './utilisation.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const steps = (...all: [from: number, units: number][]): readonly CapacityStep[] =>
  all.map(([from, units]) => ({ from: day(from), units }));
const span = (from: number, to: number) => ({
  fromMs: Date.parse(day(from)),
  toMs: Date.parse(day(to)),
});

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);

describe('the utilisation of a pool', () => {
  it('R118: is what was booked of what was there, in all and by day', () => {
    // The days of the pool begin at noon, those of the report at midnight.
    expect(utilisation(steps([0, 4]), [booking('b-1', 3, 0, 1)], span(0, 2))).toEqual({
      bookedUnitMs: 3 * dayMs,
      capacityUnitMs: 8 * dayMs,
      percent: 37,
      days: [
        { date: '2026-03-02', bookedUnitMs: 36 * hourMs, capacityUnitMs: 48 * hourMs, percent: 75 },
        { date: '2026-03-03', bookedUnitMs: 36 * hourMs, capacityUnitMs: 96 * hourMs, percent: 37 },
        { date: '2026-03-04', bookedUnitMs: 0, capacityUnitMs: 48 * hourMs, percent: 0 },
      ],
    });
  });

  it('has no percent where there was nothing', () => {
    expect(utilisation([], [], span(0, 1))).not.toHaveProperty('percent');
  });

  it('is what counting every hour comes to', () => {
    const hours = fc.integer({ min: -10, max: 110 });
    const amount = fc.integer({ min: 0, max: 9 });
    const period = fc.tuple(hours, hours).filter(([from, to]) => from < to);
    const anyStep = fc.tuple(hours, amount);
    const anyBooking = fc.tuple(period, amount);
    fc.assert(
      fc.property(fc.array(anyStep), fc.array(anyBooking), period, (some, booked, [from, to]) => {
        const capacity = some.reduce<readonly CapacityStep[]>(
          (all, [at, units]) => withStep(all, { from: day(at / 24), units }),
          [],
        );
        const bookings = booked.map(([[since, until], units], index) =>
          booking(`b-${index}`, units, since / 24, until / 24),
        );
        const all = Array.from({ length: to - from }, (_, index) => day((from + index) / 24));
        const there = (now: string) => capacity.findLast((step) => step.from <= now)?.units ?? 0;
        const taken = (now: string) =>
          sum(
            bookings.filter((one) => one.from <= now && now < one.until).map(({ units }) => units),
          );
        const asked = span(from / 24, to / 24);
        const told = utilisation(capacity, bookings, asked);
        expect(told).toMatchObject({
          bookedUnitMs: sum(all.map(taken)) * hourMs,
          capacityUnitMs: sum(all.map(there)) * hourMs,
        });
        expect(sum(told.days.map(({ bookedUnitMs }) => bookedUnitMs))).toBe(told.bookedUnitMs);
        const cut = stretches(capacity, bookings, asked);
        expect(sum(cut.map((one) => one.booked * (one.toMs - one.fromMs)))).toBe(told.bookedUnitMs);
      }),
    );
  });

  it.each([
    { what: 'nothing', from: day(1), to: day(1), code: 'pool-period-empty' },
    {
      what: 'what was before all time',
      from: '0000-01-01T00:00:00+10:00',
      to: day(1),
      code: 'pool-time-too-far',
    },
    { what: 'what nobody reads', from: day(0), to: day(401), code: 'pool-period-too-long' },
  ])('is not of $what', ({ from, to, code }) => {
    scenario(resourcePool)()
      .when(() => {
        requirePeriod(from, to);
        return [];
      })
      .thenRefuses(code);
  });
});

describe('the availability of a pool', () => {
  it('is cut where anything changes', () => {
    const taken = [booking('b-1', 2, 1, 3), booking('b-2', 1, 2, 9)];
    const cut = stretches(steps([0, 4], [2, 6]), taken, span(0, 4));
    expect(cut).toEqual([
      { ...span(0, 1), units: 4, booked: 0 },
      { ...span(1, 2), units: 4, booked: 2 },
      { ...span(2, 3), units: 6, booked: 3 },
      { ...span(3, 4), units: 6, booked: 1 },
    ]);
  });
});
