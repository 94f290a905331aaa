import {
  answersAreInHistory,
  answersAreInState,
  nothingIsUnknown,
  receiptsAreThoseOfSuccesses,
  requestsHaveOneResult,
} from './answers.ts';
import { effectsHappenOnce } from './effects.ts';
import type { Facts, Invariant, Violation } from './facts.ts';
import { historiesHaveNoGap, nothingIsPending, statesAreFolds } from './histories.ts';
import { offsetsAreBehindEffects } from './offsets.ts';
import {
  firstArrivalsAreInOrder,
  logHoldsWhatWasCommitted,
  logSaysWhatRowsSay,
  streamsStayOnOnePartition,
} from './published.ts';
import { guardsStandAtTheEnd, setAsideIsWhatMustBe, viewsAreFolds } from './taken-in.ts';

/** Nothing grows beyond what it was allowed. */
const nothingGrows: Invariant = ({ measured }) =>
  measured
    .filter(({ after, most }) => after > most)
    .map((evidence) => ({ what: `${evidence.what} grew beyond its bound`, evidence }));

/** All that the platform promises, as the referee reads it. */
export const invariants = {
  answersAreInHistory,
  answersAreInState,
  requestsHaveOneResult,
  receiptsAreThoseOfSuccesses,
  nothingIsUnknown,
  historiesHaveNoGap,
  statesAreFolds,
  nothingIsPending,
  logHoldsWhatWasCommitted,
  logSaysWhatRowsSay,
  firstArrivalsAreInOrder,
  streamsStayOnOnePartition,
  guardsStandAtTheEnd,
  setAsideIsWhatMustBe,
  viewsAreFolds,
  effectsHappenOnce,
  offsetsAreBehindEffects,
  nothingGrows,
} as const satisfies Record<string, Invariant>;
export type InvariantName = keyof typeof invariants;

export const judge = (facts: Facts): readonly Violation[] =>
  Object.entries(invariants).flatMap(([invariant, check]) =>
    check(facts).map((violation) => ({ invariant, ...violation })),
  );
