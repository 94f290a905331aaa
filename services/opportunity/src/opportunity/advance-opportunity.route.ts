import { opportunityRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { advanceOpportunity } from './advance-opportunity.ts';

export const advanceOpportunityRoute = ({ opportunities }: Dependencies) =>
  answer(
    opportunityRoutes.advanceOpportunity,
    ({ params: { opportunityId }, body, because, principal: caller }) =>
      opportunities.change(
        opportunityId,
        (opportunity) =>
          advanceOpportunity(opportunity, { ...body, opportunityId, caller, at: because.at }),
        because,
      ),
  );
