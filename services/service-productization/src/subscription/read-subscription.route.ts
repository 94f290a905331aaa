import { serviceProductizationRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, maySee, visibleOnly } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { ActiveSubscription } from './subscription.ts';

/** A subscription as the outside sees it. */
const subscriptionAnswer = ({
  version,
  state: { status: _, ...seen },
}: Read<ActiveSubscription>) => ({
  ...seen,
  version,
});

export const readSubscriptionRoute = ({ subscriptions }: Dependencies) =>
  answer(
    serviceProductizationRoutes.readSubscription,
    async ({ params: { subscriptionId }, principal }) => {
      const read = await subscriptions.read(subscriptionId);
      return exists(read) && maySee(principal, { accountId: read.state.accountId })
        ? subscriptionAnswer(read)
        : undefined;
    },
  );

export const listSubscriptionsRoute = ({ subscriptions }: Dependencies) =>
  answer(serviceProductizationRoutes.listSubscriptions, async ({ query, principal }) => {
    const { accountId, opportunityId, ...request } = query;
    const filter = visibleOnly(principal, { accountId, opportunityId });
    const page = await subscriptions.list(filter, request);
    return { ...page, items: page.items.filter(exists).map(subscriptionAnswer) };
  });
