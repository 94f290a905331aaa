import { opportunityRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { introduceOpportunity } from './introduce-opportunity.ts';

export const introduceOpportunityRoute = ({ opportunities }: Dependencies) =>
  answer(opportunityRoutes.introduceOpportunity, ({ params: { opportunityId }, body, because }) =>
    opportunities.change(
      opportunityId,
      (opportunity) =>
        introduceOpportunity(opportunity, { ...body, opportunityId, at: because.at }),
      because,
    ),
  );
