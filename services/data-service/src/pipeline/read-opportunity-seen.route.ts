import { dataServiceRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';

export const readOpportunitySeenRoute = ({ opportunities }: Dependencies) =>
  answer(dataServiceRoutes.readOpportunitySeen, async ({ params: { opportunityId: id } }) => {
    const row = await opportunities.get(id);
    return row && { id, version: row.version };
  });
