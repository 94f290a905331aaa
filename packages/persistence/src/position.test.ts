import fc from 'fast-check';
import { laneOf, lanesMax, positions } from './position.ts';

describe('lane', () => {
  it.each([
    { key: '', lane: 5 },
    { key: 'acme', lane: 47 },
    { key: 'INC0000045', lane: 34 },
    { key: 'Größe', lane: 34 },
  ])('of "$key" never changes', ({ key, lane }) => {
    expect(laneOf(key)).toBe(lane);
  });

  it('is one of those that there are, and every one is used', () => {
    const lanes = new Set(Array.from({ length: 5_000 }, (_, index) => laneOf(`ticket-${index}`)));
    expect([...lanes].sort((one, other) => one - other)).toEqual(
      Array.from({ length: lanesMax }, (_, lane) => lane),
    );
  });
});

describe('positions', () => {
  it('follow the clock in microseconds', () => {
    const at = Date.parse('2026-03-02T12:00:00.000Z');
    expect(positions(() => new Date(at))(0)).toBe(at * 1_000);
  });

  it('never go back, whatever the clock and the position before say', () => {
    const clocks = fc.array(fc.nat({ max: 4_000_000_000_000 }), { minLength: 1 });
    fc.assert(
      fc.property(clocks, fc.array(fc.nat()), (times, befores) => {
        let tick = 0;
        const next = positions(() => new Date(times[tick++ % times.length] ?? 0));
        let last = 0;
        for (const before of befores) {
          const position = next(before * 1_000);
          expect(position).toBeGreaterThan(before * 1_000);
          expect(position).toBeGreaterThan(last);
          last = position;
        }
      }),
      { seed: 2_204 },
    );
  });

  it('put the next event of an aggregate behind the one that a faster clock wrote', () => {
    const fast = positions(() => new Date(10_000));
    const slow = positions(() => new Date(9_000));
    const first = fast(0);
    expect(slow(first)).toBe(first + 1);
  });
});
