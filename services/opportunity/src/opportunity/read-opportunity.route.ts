import { opportunityRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, maySee, visibleOnly } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { KnownOpportunity } from './opportunity.ts';

/** An opportunity as the outside sees it. */
const opportunityAnswer = ({ version, state }: Read<KnownOpportunity>) => ({
  ...state,
  units: [...state.units],
  version,
});

export const readOpportunityRoute = ({ opportunities }: Dependencies) =>
  answer(opportunityRoutes.readOpportunity, async ({ params: { opportunityId }, principal }) => {
    const read = await opportunities.read(opportunityId);
    return exists(read) && maySee(principal, { accountId: read.state.accountId })
      ? opportunityAnswer(read)
      : undefined;
  });

export const listOpportunitiesRoute = ({ opportunities }: Dependencies) =>
  answer(opportunityRoutes.listOpportunities, async ({ query, principal }) => {
    const { accountId, ownerId, status, ...request } = query;
    const filter = visibleOnly(principal, { accountId, ownerId, status });
    const page = await opportunities.list(filter, request);
    return { ...page, items: page.items.filter(exists).map(opportunityAnswer) };
  });

export const readOpportunityHistoryRoute = ({ opportunities }: Dependencies) =>
  answer(
    opportunityRoutes.readOpportunityHistory,
    async ({ params: { opportunityId }, query, principal }) => {
      const read = await opportunities.read(opportunityId);
      return exists(read) && maySee(principal, { accountId: read.state.accountId })
        ? opportunities.history(opportunityId, query)
        : undefined;
    },
  );
