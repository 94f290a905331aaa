import type { Stack } from '@steward/local';
import type { SabotageName, SourceEdit } from '@steward/testing/faults';
import type { InvariantName } from './referee/judge.ts';
import { runFaults } from './run.ts';
import { faultNamed } from './strikes/faults.ts';

/** A guarantee that is taken away, the fault under which that matters, and who has to notice. */
export interface Trial {
  readonly name: string;
  readonly edit: SabotageName | SourceEdit;
  readonly faults: readonly string[];
  readonly noticedBy: InvariantName;
  /** Shown in every `npm test`; the others by `npm run test:faults -- --sabotage all`. */
  readonly isQuick?: true;
}

/** What the referee has to notice, each time; a referee that finds nothing proves nothing by itself. */
export const trials: readonly Trial[] = [
  {
    name: 'no-guard',
    edit: 'no-guard',
    faults: ['poison-repeated'],
    noticedBy: 'viewsAreFolds',
    isQuick: true,
  },
  {
    name: 'offset-before-effect',
    edit: 'offset-before-effect',
    faults: ['killed-while-mongodb-is-away'],
    noticedBy: 'guardsStandAtTheEnd',
  },
  {
    name: 'publish-before-commit',
    edit: 'publish-before-commit',
    faults: ['before-commit'],
    noticedBy: 'statesAreFolds',
  },
  {
    name: 'mark-before-publish',
    edit: 'mark-before-publish',
    faults: ['before-publish'],
    noticedBy: 'logHoldsWhatWasCommitted',
  },
  {
    name: 'answer-before-commit',
    edit: 'answer-before-commit',
    faults: ['before-commit'],
    noticedBy: 'answersAreInHistory',
  },
  {
    name: 'no-receipt',
    edit: 'no-receipt',
    faults: [],
    noticedBy: 'receiptsAreThoseOfSuccesses',
    isQuick: true,
  },
  {
    name: 'newest-first',
    edit: {
      file: 'persistence/src/pending-rows.ts',
      find: '.sort({ lane: 1, position: 1 })',
      replace: '.sort({ lane: 1, position: -1 })',
    },
    faults: [],
    noticedBy: 'firstArrivalsAreInOrder',
  },
];

export interface TrialGround {
  readonly stack: Stack;
  readonly seed: number;
  readonly tell: (line: string) => void;
}

/** Long enough for the fault to strike more than once. */
const seconds = 6;
/** What is lost does not come, however long one waits. */
const settleSecondsMax = 20;

/** Runs without these guarantees, and answers which invariants the referee found broken. */
export const noticedIn = async (
  trials: readonly Trial[],
  { stack, seed, tell }: TrialGround,
): Promise<readonly string[]> => {
  const { violations } = await runFaults({
    ...{ stack, seed, seconds, settleSecondsMax, tell },
    faults: trials.flatMap((trial) => trial.faults).map(faultNamed),
    crowdSize: 1,
    replicasMax: 2,
    sabotage: trials.map(({ edit }) => edit),
  });
  return [...new Set(violations.map(({ invariant }) => invariant))];
};
