import type { Money, SolutionEvent } from '@steward/contracts';
import { refuse, type Solution } from './solution.ts';

export interface PlanSolution {
  readonly opportunityId: string;
  readonly accountId: string;
  readonly title: string;
  readonly value: Money;
  readonly lines: readonly { readonly offeringId: string }[];
  readonly at: Date;
}

/** One solution for each opportunity won, under the same id. */
export const planSolution = (
  solution: Solution,
  { lines, at, ...sold }: PlanSolution,
): SolutionEvent[] => {
  const solutionId = sold.opportunityId;
  if (solution.status !== 'absent')
    throw refuse('solution-already-planned', `Solution ${solutionId} was already planned`);
  const offeringIds = [...new Set(lines.map(({ offeringId }) => offeringId))];
  return [
    {
      type: 'SolutionPlanned',
      data: { solutionId, ...sold, offeringIds, at: at.toISOString() },
    },
  ];
};
