import type { Booking, ResourcePoolEvent } from '@steward/contracts';
import { Refusal } from '@steward/domain';
import { scenario } from '@steward/testing/scenario';
import fc from 'fast-check';
import { day } from '../fixtures/operated-projects.ts';
import { booking, poolBooked, poolDefined, poolId } from '../fixtures/resource-pools.ts';
import { bookPool, changeBooking, releaseBooking, requireKnown } from './book-pool.ts';
import { definePool, revisePool } from './define-pool.ts';
import { type ResourcePool, resourcePool } from './resource-pool.ts';

const given = scenario(resourcePool);
const on = (days = 0) => ({ poolId, at: new Date(day(days)) }) as const;
const book = (one: Booking, days = 0) => ({ ...on(days), booking: one, by: 'ada', wasMade: false });
const revised = (units: number, from: number, at = 0): ResourcePoolEvent => ({
  type: 'ResourcePoolRevised',
  data: { poolId, name: 'The team', capacity: { from: day(from), units }, at: day(at) },
});
const changed = (one: Booking, at: number): ResourcePoolEvent => ({
  type: 'PoolBookingChanged',
  data: { poolId, booking: one, at: day(at) },
});
const released = (bookingId: string, at: number): ResourcePoolEvent => ({
  type: 'PoolBookingReleased',
  data: { poolId, bookingId, at: day(at) },
});
const after = (...events: ResourcePoolEvent[]): ResourcePool =>
  events.reduce(resourcePool.evolve, resourcePool.initial);
const bookingsAfter = (...events: ResourcePoolEvent[]): readonly Booking[] => {
  const pool = after(...events);
  return pool.status === 'absent' ? [] : pool.bookings;
};

describe('define a pool', () => {
  it('has so many units from now on', () => {
    given()
      .when((pool) => definePool(pool, { ...on(), name: 'The team', units: 5 }))
      .thenEmits(poolDefined(5));
  });

  it('is there from a time that can be written down', () => {
    const from = '0000-01-01T00:00:00+10:00';
    given()
      .when((pool) => definePool(pool, { ...on(), name: 'The team', units: 5, from }))
      .thenRefuses('pool-time-too-far');
  });

  it('is there once', () => {
    given(poolDefined(5))
      .when((pool) => definePool(pool, { ...on(), name: 'The team', units: 5 }))
      .thenRefuses('resource-pool-already-defined');
  });
});

describe('revise a pool', () => {
  const revise = (units: number, from: number) => ({
    ...on(),
    name: 'The team',
    units,
    from: day(from),
  });

  it('has other units from a moment on', () => {
    given(poolDefined(5), poolBooked(booking('b-1', 4, 0, 10)))
      .when((pool) => revisePool(pool, revise(2, 10)))
      .thenEmits(revised(2, 10));
  });

  it('gives up what was foreseen for later', () => {
    expect(after(poolDefined(5), revised(9, 20), revised(7, 10))).toMatchObject({
      capacity: [{ units: 5 }, { from: day(10), units: 7 }],
    });
  });

  it('R118: keeps what is booked', () => {
    given(poolDefined(5), poolBooked(booking('b-1', 4, 0, 10)))
      .when((pool) => revisePool(pool, revise(3, 9)))
      .thenRefuses('pool-capacity-booked');
  });

  it.each([
    { what: 'what is settled', past: [poolDefined(5)], from: -8, code: 'pool-time-settled' },
    { what: 'a pool that is not there', past: [], from: 1, code: 'resource-pool-not-found' },
    {
      what: 'what changes too often',
      past: [poolDefined(5), ...Array.from({ length: 499 }, (_, index) => revised(5, index + 1))],
      from: 1_000,
      code: 'pool-too-much-to-keep',
    },
  ])('refuses $what', ({ past, from, code }) => {
    given(...past)
      .when((pool) => revisePool(pool, revise(9, from)))
      .thenRefuses(code);
  });
});

describe('book a pool', () => {
  it('takes units for a time', () => {
    given(poolDefined(5), poolBooked(booking('b-1', 3, 1, 4)))
      .when((pool) => bookPool(pool, book(booking('b-2', 2, 0, 9))))
      .thenEmits(poolBooked(booking('b-2', 2, 0, 9)));
  });

  it('lets one begin when another ends', () => {
    given(poolDefined(5), poolBooked(booking('b-1', 5, 1, 4)))
      .when((pool) => bookPool(pool, book(booking('b-2', 5, 4, 9))))
      .thenEmits(poolBooked(booking('b-2', 5, 4, 9)));
  });

  it('R118: is never overbooked, and names the first moment at which it would be', () => {
    const past = [
      poolDefined(5),
      poolBooked(booking('b-1', 3, 5, 6)),
      poolBooked(booking('b-2', 4, 2, 3)),
    ];
    given(...past)
      .when((pool) => bookPool(pool, book(booking('b-3', 3, 0, 9))))
      .thenRefuses('pool-overbooked');
    expect(() => bookPool(after(...past), book(booking('b-3', 3, 0, 9)))).toThrow(
      `At ${day(2)} the pool team has 1 free of 5 units, and not 3`,
    );
  });

  it('says the same moment in the same words, whatever offset it came with', () => {
    const moved = { ...booking('b-1', 1, 0, 1), from: '2026-03-02T13:00:00+01:00' };
    given(poolDefined(5))
      .when((pool) => bookPool(pool, book(moved)))
      .thenEmits(poolBooked(booking('b-1', 1, 0, 1)));
  });

  it.each([
    { what: 'before there are any units', one: booking('b-2', 1, -1, 1), code: 'pool-overbooked' },
    { what: 'for no time', one: booking('b-2', 1, 3, 3), code: 'pool-booking-empty' },
    { what: 'in a time that is settled', one: booking('b-2', 1, -8, 1), code: 'pool-time-settled' },
    {
      what: 'until after all time',
      one: { ...booking('b-2', 1, 0, 1), until: '9999-12-31T23:59:59-10:00' },
      code: 'pool-time-too-far',
    },
    { what: 'twice', one: booking('b-1', 1, 0, 1), code: 'pool-booking-already-made' },
  ])('is refused $what', ({ one, code }) => {
    given(poolDefined(5), poolBooked(booking('b-1', 1, 0, 1)))
      .when((pool) => bookPool(pool, book(one)))
      .thenRefuses(code);
  });

  it('is refused under the name of a booking that is long over', () => {
    given(poolDefined(5))
      .when((pool) => bookPool(pool, { ...book(booking('b-1', 1, 0, 1)), wasMade: true }))
      .thenRefuses('pool-booking-already-made');
  });

  it('is refused where too many are booked at a time', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => booking(`old-${index}`, 1, 0, 1));
    const pool = { ...after(poolDefined(9_000)), bookings: many } as ResourcePool;
    given()
      .when(() => bookPool(pool, book(booking('b-1', 1, 0, 1))))
      .thenRefuses('pool-too-much-to-keep');
  });

  it('forgets what has been over for a week', () => {
    const past = [
      poolDefined(5),
      poolBooked(booking('b-1', 1, 0, 1)),
      poolBooked(booking('b-2', 1, 0, 2)),
    ];
    const late = poolBooked(booking('b-3', 1, 8, 9), day(8));
    expect(bookingsAfter(...past, late).map(({ bookingId }) => bookingId)).toEqual(['b-2', 'b-3']);
  });

  it.each(['project', 'ticket'] as const)('is for no %s that is not there', (kind) => {
    given()
      .when(() => {
        requireKnown({ kind, id: 'x' }, false);
        return [];
      })
      .thenRefuses('pool-booked-for-unknown');
  });

  it('is for any campaign, whoever plans it', () => {
    expect(() => requireKnown({ kind: 'campaign', id: 'x' }, false)).not.toThrow();
  });
});

describe('change a booking', () => {
  const past = [
    poolDefined(5),
    poolBooked(booking('b-1', 3, 2, 6)),
    poolBooked(booking('b-2', 2, 4, 8)),
  ];

  it.each([
    { what: 'moves', to: { from: day(10), until: day(12) }, becomes: booking('b-1', 3, 10, 12) },
    { what: 'is shortened', to: { until: day(3) }, becomes: booking('b-1', 3, 2, 3) },
    { what: 'has fewer units', to: { units: 1 }, becomes: booking('b-1', 1, 2, 6) },
  ])('$what', ({ to, becomes }) => {
    given(...past)
      .when((pool) => changeBooking(pool, { ...on(1), bookingId: 'b-1', ...to }))
      .thenEmits(changed(becomes, 1));
    expect(bookingsAfter(...past, changed(becomes, 1))[0]).toEqual(becomes);
  });

  it.each([
    { what: 'more than there is', bookingId: 'b-1', to: { units: 4 }, code: 'pool-overbooked' },
    { what: 'nothing', bookingId: 'b-1', to: {}, code: 'pool-booking-unchanged' },
    {
      what: 'what is not there',
      bookingId: 'b-9',
      to: { units: 1 },
      code: 'pool-booking-not-found',
    },
    {
      what: 'its end before its begin',
      bookingId: 'b-1',
      to: { until: day(1) },
      code: 'pool-booking-empty',
    },
    {
      what: 'its begin into what is settled',
      bookingId: 'b-1',
      to: { from: day(-9) },
      code: 'pool-time-settled',
    },
  ])('is refused for $what', ({ bookingId, to, code }) => {
    given(...past)
      .when((pool) => changeBooking(pool, { ...on(1), bookingId, ...to }))
      .thenRefuses(code);
  });

  const long = [poolDefined(5), poolBooked(booking('long', 3, 0, 100))];

  it.each([
    { what: 'units', to: { units: 1 } },
    { what: 'begin', to: { from: day(35) } },
    { what: 'end into the past', to: { until: day(20) } },
  ])('does not change the $what of what is settled in part', ({ to }) => {
    given(...long)
      .when((pool) => changeBooking(pool, { ...on(30), bookingId: 'long', ...to }))
      .thenRefuses('pool-time-settled');
  });

  it('moves the end of one that began long ago', () => {
    given(...long)
      .when((pool) => changeBooking(pool, { ...on(30), bookingId: 'long', until: day(40) }))
      .thenEmits(changed(booking('long', 3, 0, 40), 30));
  });
});

describe('release a booking', () => {
  const past = [poolDefined(5), poolBooked(booking('b-1', 3, 2, 6))];

  it('ends it', () => {
    given(...past)
      .when((pool) => releaseBooking(pool, { ...on(4), bookingId: 'b-1' }))
      .thenEmits(released('b-1', 4));
    expect(bookingsAfter(...past, released('b-1', 4))).toEqual([booking('b-1', 3, 2, 4)]);
  });

  it('leaves nothing of one that had not begun', () => {
    expect(bookingsAfter(...past, released('b-1', 1))).toEqual([]);
    expect(bookingsAfter(...past, released('b-1', 2))).toEqual([]);
  });

  it.each([
    { what: 'is over', bookingId: 'b-1', days: 6, code: 'pool-booking-over' },
    { what: 'is not there', bookingId: 'b-2', days: 4, code: 'pool-booking-not-found' },
  ])('is refused for one that $what', ({ bookingId, days, code }) => {
    given(...past)
      .when((pool) => releaseBooking(pool, { ...on(days), bookingId }))
      .thenRefuses(code);
  });

  it('is refused for a time that is settled', () => {
    given(poolDefined(5), poolBooked(booking('b-1', 3, 2, 60)), revised(6, 40, 40))
      .when((pool) => releaseBooking(pool, { ...on(10), bookingId: 'b-1' }))
      .thenRefuses('pool-time-settled');
  });
});

type Decide = (pool: ResourcePool) => ResourcePoolEvent[];

const days = fc.integer({ min: 0, max: 30 });
const units = fc.integer({ min: 1, max: 4 });
const bookingId = fc.integer({ min: 0, max: 12 }).map((index) => `b-${index}`);
const anyCommand: fc.Arbitrary<(at: number) => Decide> = fc.oneof(
  fc.tuple(bookingId, units, days, days).map(
    ([id, count, from, until]) =>
      (at: number) =>
      (pool: ResourcePool) =>
        bookPool(pool, book(booking(id, count, from, until), at)),
  ),
  fc.tuple(bookingId, units, days, days).map(
    ([id, count, from, until]) =>
      (at: number) =>
      (pool: ResourcePool) =>
        changeBooking(pool, {
          ...on(at),
          bookingId: id,
          units: count,
          from: day(from),
          until: day(until),
        }),
  ),
  bookingId.map(
    (id) => (at: number) => (pool: ResourcePool) =>
      releaseBooking(pool, { ...on(at), bookingId: id }),
  ),
  fc.tuple(fc.integer({ min: 0, max: 9 }), days).map(
    ([count, from]) =>
      (at: number) =>
      (pool: ResourcePool) =>
        revisePool(pool, { ...on(at), name: 'The team', units: count, from: day(from) }),
  ),
);

const decided = (decide: Decide, pool: ResourcePool): ResourcePoolEvent[] => {
  try {
    return decide(pool);
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

const expectRoom = (pool: ResourcePool): void => {
  if (pool.status === 'absent') throw new Error('A pool does not go away');
  const { capacity, bookings, settledUntil } = pool;
  // In the middle of the days, so that no moment is one at which anything changes.
  const moments = Array.from({ length: 31 }, (_, index) => day(index + 0.5));
  for (const now of moments.filter((moment) => moment >= settledUntil)) {
    const there = capacity.findLast(({ from }) => from <= now)?.units ?? 0;
    const taken = bookings.filter(({ from, until }) => from <= now && now < until);
    expect(taken.reduce((sum, one) => sum + one.units, 0)).toBeLessThanOrEqual(there);
  }
};

describe('whatever becomes of a pool', () => {
  it('R118: has at no moment more booked than there is', () => {
    const later = fc.integer({ min: 0, max: 3 });
    const commands = fc.array(fc.tuple(later, anyCommand), { maxLength: 40 });
    fc.assert(
      fc.property(commands, (all) => {
        let pool = after(poolDefined(6));
        let at = 0;
        for (const [days, command] of all) {
          at += days;
          pool = decided(command(at), pool).reduce(resourcePool.evolve, pool);
          expectRoom(pool);
        }
      }),
      { numRuns: 200 },
    );
  });
});
