import type { Desk, Line } from '@steward/contracts';

/** Two teams, the first of the alphabet first, and how often a ticket went back from one to the other. */
export interface ReturnsBetween {
  readonly teams: readonly [string, string];
  readonly returns: number;
}

/** Where a ticket came back to; nothing of it is there until it comes back for the first time. */
export interface PingPong {
  readonly returns?: number;
  readonly lineReturns?: number;
  readonly returnsBetween?: readonly ReturnsBetween[];
}

interface Wandering extends Desk, PingPong {
  readonly lines: readonly Line[];
  readonly teams: readonly string[];
}

/** A ticket that wanders among more teams than this is counted, but no longer with all their names. */
export const pairsMax = 50;

const pairOf = (one: string, other: string): readonly [string, string] =>
  one < other ? [one, other] : [other, one];

const withReturn = (
  pairs: readonly ReturnsBetween[],
  [one, other]: readonly [string, string],
): readonly ReturnsBetween[] => {
  const index = pairs.findIndex(({ teams }) => teams[0] === one && teams[1] === other);
  const known = pairs[index];
  if (known) return pairs.with(index, { ...known, returns: known.returns + 1 });
  return pairs.length < pairsMax ? [...pairs, { teams: [one, other], returns: 1 }] : pairs;
};

/** What a hand-over adds: it returns where the team, or the line, is another than now and was there before. */
export const returning = (ticket: Wandering, to: Desk): PingPong => {
  const { team, line, teams, lines, returns = 0, lineReturns = 0, returnsBetween = [] } = ticket;
  const isToTeam = to.team !== team && teams.includes(to.team);
  const isToLine = to.line !== line && lines.includes(to.line);
  return {
    ...(isToTeam && {
      returns: returns + 1,
      returnsBetween: withReturn(returnsBetween, pairOf(team, to.team)),
    }),
    ...(isToLine && { lineReturns: lineReturns + 1 }),
  };
};
