import { Id, type IncludedSupport, type Price, type SubscriptionEvent } from '@steward/contracts';
import { refuse, type Subscription } from './subscription.ts';

/** Part of an offering that a contract needs to remember. */
export interface PricedOffering {
  readonly offeringId: string;
  readonly name: string;
  readonly price: Price;
  readonly support?: IncludedSupport | undefined;
}

export interface StartSubscription {
  readonly accountId: string;
  readonly opportunityId: string;
  readonly offering: PricedOffering;
  readonly quantity: number;
  readonly at: Date;
}

/** One subscription for each offering of one win, so a second delivery of the win names the same. */
export const subscriptionIdOf = (opportunityId: string, offeringId: string): string =>
  `${opportunityId}-${offeringId}`;

export const startSubscription = (
  subscription: Subscription,
  { accountId, opportunityId, offering, quantity, at }: StartSubscription,
): SubscriptionEvent[] => {
  const { offeringId, name: offeringName, price, support } = offering;
  const subscriptionId = subscriptionIdOf(opportunityId, offeringId);
  if (subscription.status !== 'absent')
    throw refuse(
      'subscription-already-started',
      `Subscription ${subscriptionId} was already started`,
    );
  // Two ids that are long each for themselves make one that no consumer of the event could read.
  if (!Id.safeParse(subscriptionId).success)
    throw refuse('subscription-id-too-long', `${subscriptionId} is too long for an id`);
  return [
    {
      type: 'SubscriptionStarted',
      data: {
        subscriptionId,
        accountId,
        opportunityId,
        offeringId,
        offeringName,
        quantity,
        price,
        ...(support && { support }),
        at: at.toISOString(),
      },
    },
  ];
};
