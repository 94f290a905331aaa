import type { Projection } from '@steward/bus';
import { type Price, type SubscriptionEvent, subscriptionNoun } from '@steward/contracts';

/** One subscription. Nothing tells yet that one has ended, so whatever began goes on. */
export interface StartedSubscription {
  readonly accountId: string;
  readonly offeringId: string;
  readonly quantity: number;
  readonly price: Price;
}

export const startedSubscriptions: Projection<StartedSubscription, SubscriptionEvent> = {
  name: 'started-subscriptions',
  nouns: [subscriptionNoun],
  keyOf: ({ data }) => data.subscriptionId,
  apply: (_, { data: { accountId, offeringId, quantity, price } }) => ({
    accountId,
    offeringId,
    quantity,
    price,
  }),
};
