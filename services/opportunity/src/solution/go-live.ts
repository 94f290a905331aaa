import type { DataOf, SolutionEvent } from '@steward/contracts';
import { refuse, type Solution } from './solution.ts';

type WentLive = DataOf<SolutionEvent, 'SolutionWentLive'>;

/** What was sold is known from the plan; who runs it, and how large it became, is said now. */
export type GoLive = Omit<WentLive, 'accountId' | 'title' | 'value' | 'at'> & {
  readonly at: Date;
};

export const goLive = (solution: Solution, { at, ...operation }: GoLive): SolutionEvent[] => {
  const { solutionId } = operation;
  if (solution.status === 'absent')
    throw refuse('solution-not-found', `Solution ${solutionId} was not planned`);
  if (solution.status === 'live')
    throw refuse(
      'solution-already-live',
      `Solution ${solutionId} has been live since ${solution.liveSince}`,
    );
  if (operation.partnerId !== undefined && operation.leader !== 'partner')
    throw refuse('solution-partner-not-leading', `Solution ${solutionId} is led by ourselves`);
  const { accountId, title, value } = solution;
  return [
    {
      type: 'SolutionWentLive',
      data: { ...operation, accountId, title, value, at: at.toISOString() },
    },
  ];
};
