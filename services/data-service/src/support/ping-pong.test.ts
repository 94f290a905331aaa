import type { Line } from '@steward/contracts';
import fc from 'fast-check';
import { type PingPong, pairsMax, returning } from './ping-pong.ts';

interface Desk {
  readonly line: Line;
  readonly team: string;
}

/** Follows a ticket from desk to desk: `1A` is team A in the first line. */
const wandered = (...stations: string[]): PingPong => {
  const lineOf: Record<string, Line> = { 1: 'first', 2: 'second', 3: 'third' };
  const desks = stations.map((station): Desk => {
    return { line: lineOf[station[0] ?? ''] ?? 'unclear', team: station.slice(1) };
  });
  let told: PingPong = {};
  for (const [index, desk] of desks.entries()) {
    const before = desks.slice(0, index);
    const last = before.at(-1);
    const lines = before.map(({ line }) => line);
    const teams = before.map(({ team }) => team);
    if (last) told = { ...told, ...returning({ ...told, ...last, lines, teams }, desk) };
  }
  return told;
};

describe('ping-pong', () => {
  it.each([
    { way: ['1A', '1B', '2C'], returns: 0, lineReturns: 0, why: 'it only goes on' },
    { way: ['1A', '1A', '1A'], returns: 0, lineReturns: 0, why: 'it stays' },
    { way: ['1A', '2A', '1A'], returns: 0, lineReturns: 1, why: 'one team has it in two lines' },
    { way: ['1A', '1B', '1A'], returns: 1, lineReturns: 0, why: 'it goes back within the line' },
    {
      way: ['1A', '2B', '1C'],
      returns: 0,
      lineReturns: 1,
      why: 'another team of the line gets it',
    },
    { way: ['1A', '2B', '1A'], returns: 1, lineReturns: 1, why: 'it goes back over the lines' },
    { way: ['1A', '2B', '3C', '1A'], returns: 1, lineReturns: 1, why: 'it goes back by a detour' },
    { way: ['1A', '2B', '1A', '2B', '1A'], returns: 3, lineReturns: 3, why: 'it goes to and fro' },
  ])('is $returns to a team and $lineReturns to a line where $why', ({ way, ...told }) => {
    const { returns = 0, lineReturns = 0 } = wandered(...way);
    expect({ returns, lineReturns }).toEqual({
      returns: told.returns,
      lineReturns: told.lineReturns,
    });
  });

  it('is counted between two teams in whichever direction', () => {
    expect(wandered('1B', '2A', '1B', '2A', '3C', '2A').returnsBetween).toEqual([
      { teams: ['A', 'B'], returns: 2 },
      { teams: ['A', 'C'], returns: 1 },
    ]);
  });

  it('is every hand-over to another team but the first to each', () => {
    const station = fc.constantFrom('1A', '1B', '2A', '2C', '3D');
    fc.assert(
      fc.property(fc.array(station, { minLength: 1, maxLength: 40 }), (way) => {
        const teams = way.map((desk) => desk.slice(1));
        const moves = teams.filter((team, index) => index > 0 && team !== teams[index - 1]).length;
        const { returns = 0, returnsBetween = [] } = wandered(...way);
        expect(returns).toBe(moves - (new Set(teams).size - 1));
        expect(returnsBetween.reduce((sum, pair) => sum + pair.returns, 0)).toBe(returns);
      }),
    );
  });

  it('is counted on where there are too many teams to remember', () => {
    const toAndFro = Array.from({ length: pairsMax + 1 }, (_, index) => [
      `1T${index}`,
      '1A',
    ]).flat();
    const { returns, returnsBetween } = wandered('1A', ...toAndFro);
    expect(returns).toBe(pairsMax + 1);
    expect(returnsBetween).toHaveLength(pairsMax);
  });
});
