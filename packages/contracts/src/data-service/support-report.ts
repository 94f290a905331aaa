import { z } from 'zod';
import { Line } from '../tiered-support/desk.ts';
import { WaitingFor } from '../tiered-support/priority.ts';
import { Definitions, Durations, Share } from './durations.ts';

/** By what the support report can be broken down. */
export const SupportGrouping = z.enum([
  'line',
  'product',
  'country',
  'team',
  'organisation',
  'division',
  'priority',
  'tier',
]);

/** How far solved tickets had to go: each counts under the furthest line that ever held it. */
export const PushToFront = z.object({
  solved: z.int(),
  furthest: z.record(Line, z.int()),
  share: Share,
});

/** Hand-overs that bring a ticket back to where it was before. */
const PingPong = z.object({
  tickets: z.int(),
  share: Share,
  returns: z.int(),
  lineTickets: z.int(),
  lineReturns: z.int(),
});

const Waited = { tickets: z.int(), waits: z.int(), seconds: z.number() };

const SupportFigures = z.object({
  tickets: z.int(),
  open: z.int(),
  reopenings: z.int(),
  handOvers: z.int(),
  /** From raised to first work on it. */
  response: Durations,
  /** From raised to last resolved. */
  resolution: Durations,
  /** The same of tickets that came back to a team, and of those that did not. */
  resolutionWithReturns: Durations,
  resolutionWithoutReturns: Durations,
  pushToFront: PushToFront,
  pingPong: PingPong,
  /** Whose turn it was while nobody of ours could go on. */
  waits: z.record(WaitingFor, z.object({ ...Waited, share: Share })),
});

export const SupportReport = z.object({
  ...SupportFigures.shape,
  /** Tickets that lay with the first line from the first to the last moment. */
  neverLeftFirstLine: z.int(),
  reachedThirdLine: z.int(),
  /** Tickets that some log places on a line that cannot be told, and that never surely reached the third. */
  unclearLine: z.int(),
  /** Tickets by the label of their last state. */
  finalStates: z.record(z.string(), z.int()),
  heldSeconds: z.record(z.string(), z.number()),
  /** The teams between which most tickets went back. */
  returnsBetween: z.array(
    z.object({ teams: z.array(z.string()), tickets: z.int(), returns: z.int() }),
  ),
  /** Who had tickets wait for the user, most often first. */
  waitsOnUser: z.object({
    teams: z.array(z.object({ key: z.string(), ...Waited })),
    persons: z.array(z.object({ key: z.string(), ...Waited })),
  }),
  groups: z.array(z.object({ key: z.string(), ...SupportFigures.shape })).optional(),
  definitions: Definitions,
});
