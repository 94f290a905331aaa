import type { Money, SolutionEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

interface Sold {
  readonly solutionId: string;
  readonly opportunityId: string;
  readonly accountId: string;
  readonly title: string;
  readonly value: Money;
  readonly offeringIds: readonly string[];
}

/** What a won opportunity delivers, and what then runs at the customer. */
export type KnownSolution =
  | (Sold & { readonly status: 'planned' })
  | (Sold & { readonly status: 'live'; readonly liveSince: string });
export type Solution = { readonly status: 'absent' } | KnownSolution;

export const refuse = refusals({
  'solution-already-planned': 'conflict',
  'solution-not-found': 'notFound',
  'solution-already-live': 'conflict',
  'solution-partner-not-leading': 'invalid',
});

const evolve = (solution: Solution, { type, data }: SolutionEvent): Solution => {
  switch (type) {
    case 'SolutionPlanned': {
      const { at: _, ...sold } = data;
      return { status: 'planned', ...sold };
    }
    case 'SolutionWentLive':
      return solution.status === 'absent'
        ? solution
        : { ...solution, status: 'live', liveSince: data.at };
  }
};

export const solution: Aggregate<Solution, SolutionEvent> = {
  name: 'solution',
  initial: { status: 'absent' },
  evolve,
};
