import { Opportunity, opportunityRoutes } from '@steward/contracts';
import type { z } from 'zod';
import { pathTo } from '../api/path-to.ts';

/** How an opportunity stands in the platform. */
export const OpportunitySeen = Opportunity.pick({ status: true, stage: true });
export type OpportunitySeen = z.output<typeof OpportunitySeen>;

export type StepName = 'discover' | 'introduce' | 'accept' | 'advance' | 'win' | 'lose';

export interface Step {
  readonly name: StepName;
  readonly body: string;
}

const order = { discovered: 0, introduced: 1, accepted: 2, won: 3, lost: 3 } as const;

/** Whether what a step brings about has come about, by this import or otherwise. */
const isDone: Record<StepName, (seen: OpportunitySeen) => boolean> = {
  discover: () => true,
  introduce: ({ status }) => order[status] >= order.introduced,
  accept: ({ status }) => order[status] >= order.accepted,
  // An import never takes back how far people have brought an opportunity since.
  advance: ({ status, stage }) =>
    order[status] > order.accepted || (stage ?? 'prospecting') !== 'prospecting',
  win: ({ status }) => status === 'won',
  lose: ({ status }) => status === 'lost',
};

export const isStepDone = ({ name }: Step, seen: OpportunitySeen): boolean => isDone[name](seen);

const doors: Record<StepName, (opportunityId: string) => string> = {
  discover: pathTo(opportunityRoutes.discoverOpportunity),
  introduce: pathTo(opportunityRoutes.introduceOpportunity),
  accept: pathTo(opportunityRoutes.acceptOpportunity),
  advance: pathTo(opportunityRoutes.advanceOpportunity),
  win: pathTo(opportunityRoutes.winOpportunity),
  lose: pathTo(opportunityRoutes.loseOpportunity),
};

export const doorOf = ({ name }: Step, opportunityId: string): string => doors[name](opportunityId);
