import { on } from '@steward/bus';
import { OpportunityWon } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { requireSellable } from '../offering/require-sellable.ts';
import { type SoldLine, soldQuantities } from './sold-quantities.ts';
import { startSubscription, subscriptionIdOf } from './start-subscription.ts';

const findSold =
  ({ offerings }: Dependencies) =>
  async ({ offeringId, quantity }: SoldLine) => ({
    offering: requireSellable(offeringId, await offerings.read(offeringId)),
    quantity,
  });

/**
 * Starts what a win sold, all of it or nothing. A win that names something that is not in the catalogue waits
 * for a person, who publishes it and has the win taken up again.
 */
export const startSubscriptionsOnOpportunityWon = (dependencies: Dependencies) =>
  on('startSubscriptionsOnOpportunityWon', OpportunityWon, async ({ data, because }) => {
    const { subscriptions, changeTogether } = dependencies;
    const { opportunityId, accountId, lines } = data;
    const sold = await Promise.all(soldQuantities(lines).map(findSold(dependencies)));
    // What is paid once is part of the order and runs no further.
    const recurring = sold.filter(({ offering }) => offering.price.per !== 'once');
    if (recurring.length === 0) return undefined;
    const command = { opportunityId, accountId, at: because.at };
    const steps = recurring.map(({ offering, quantity }) =>
      subscriptions.step(subscriptionIdOf(opportunityId, offering.offeringId), (subscription) =>
        startSubscription(subscription, { ...command, offering, quantity }),
      ),
    );
    return changeTogether(steps, because);
  });
