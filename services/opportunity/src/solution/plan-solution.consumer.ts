import { on } from '@steward/bus';
import { OpportunityWon } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { planSolution } from './plan-solution.ts';

export const planSolutionOnOpportunityWon = ({ solutions }: Dependencies) =>
  on('planSolutionOnOpportunityWon', OpportunityWon, ({ data, because }) => {
    const { opportunityId, accountId, title, value, lines } = data;
    const { at } = because;
    return solutions.change(
      opportunityId,
      (solution) => planSolution(solution, { opportunityId, accountId, title, value, lines, at }),
      because,
    );
  });
