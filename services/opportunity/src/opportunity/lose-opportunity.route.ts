import { opportunityRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { loseOpportunity } from './lose-opportunity.ts';

export const loseOpportunityRoute = ({ opportunities }: Dependencies) =>
  answer(
    opportunityRoutes.loseOpportunity,
    ({ params: { opportunityId }, body, because, principal: caller }) =>
      opportunities.change(
        opportunityId,
        (opportunity) =>
          loseOpportunity(opportunity, { ...body, opportunityId, caller, at: because.at }),
        because,
      ),
  );
