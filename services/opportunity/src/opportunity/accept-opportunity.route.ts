import { opportunityRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { acceptOpportunity } from './accept-opportunity.ts';

export const acceptOpportunityRoute = ({ opportunities }: Dependencies) =>
  answer(opportunityRoutes.acceptOpportunity, ({ params: { opportunityId }, body, because }) =>
    opportunities.change(
      opportunityId,
      (opportunity) => acceptOpportunity(opportunity, { ...body, opportunityId, at: because.at }),
      because,
    ),
  );
