import type { Plan, Window } from './plan.ts';

/** What one gateway asks for on behalf of one consumer. */
export interface Wish {
  /** Names the consumer and its plan: whoever changes plans starts anew. */
  readonly key: string;
  readonly plan: Plan;
  /** Requests that wait for this answer. */
  readonly waiting: number;
  /** Tokens wanted beyond those, for requests to come. */
  readonly spare: number;
  /** Tokens of the grant before that found no use. */
  readonly unused: number;
  /** The minute, counted from the epoch, in which the unused ones were granted. */
  readonly unusedMinute: number;
}

export interface Grant {
  readonly granted: number;
  /** The window that has the smallest part left: the one that will run out first. */
  readonly window: Window;
  readonly remaining: number;
  /** Until that window is full again; where nothing was granted, until the next token. */
  readonly resetMs: number;
  /** How long the tokens may be used. It never reaches into the next minute. */
  readonly lifeMs: number;
  readonly minute: number;
}

export const leaseMsMax = 5_000;
/** Below this part of a limit nothing is lent ahead: every request is counted by itself. */
export const reservedPart = 0.1;
/** Of what is left above that part, one gateway is lent so much at most, since there may be others. */
export const lentPart = 0.25;
