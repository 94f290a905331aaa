import { opportunityRoutes } from '@steward/contracts';
import { answer, type Principal } from '@steward/http';
import { ownerAt, requireAccountOwners } from '../account/account-owners.ts';
import type { Dependencies } from '../dependencies.ts';
import { discoverOpportunity } from './discover-opportunity.ts';

const callerOf = ({ subject, scopes }: Principal) => ({
  subject,
  mayNameOthers: scopes.has('history:backdate'),
});

export const discoverOpportunityRoute = ({ opportunities, accountOwners, newId }: Dependencies) =>
  answer(opportunityRoutes.discoverOpportunity, async ({ body, because, principal }) => {
    const { accountId, opportunityId = newId() } = body;
    const { at } = because;
    const owners =
      accountId === undefined
        ? undefined
        : requireAccountOwners(accountId, await accountOwners.get(accountId));
    const circumstances = {
      opportunityId,
      caller: callerOf(principal),
      accountOwnerId: owners && ownerAt(owners, at),
      at,
    };
    return opportunities.create(
      opportunityId,
      (opportunity) => discoverOpportunity(opportunity, { ...body, ...circumstances }),
      because,
    );
  });
