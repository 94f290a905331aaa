import { opportunityRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { winOpportunity } from './win-opportunity.ts';

export const winOpportunityRoute = ({ opportunities }: Dependencies) =>
  answer(
    opportunityRoutes.winOpportunity,
    ({ params: { opportunityId }, body, because, principal: caller }) =>
      opportunities.change(
        opportunityId,
        (opportunity) =>
          winOpportunity(opportunity, { ...body, opportunityId, caller, at: because.at }),
        because,
      ),
  );
