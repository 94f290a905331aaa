import { offeringNoun, subscriptionNoun } from '@steward/contracts';
import { service } from '@steward/service';
import { connect } from './dependencies.ts';
import { publishOfferingRoute } from './offering/publish-offering.route.ts';
import {
  listOfferingsRoute,
  readOfferingHistoryRoute,
  readOfferingRoute,
} from './offering/read-offering.route.ts';
import { retireOfferingRoute } from './offering/retire-offering.route.ts';
import {
  listSubscriptionsRoute,
  readSubscriptionRoute,
} from './subscription/read-subscription.route.ts';
import { startSubscriptionsOnOpportunityWon } from './subscription/start-subscriptions.consumer.ts';

/** Every door into and out of service-productization. Nothing is registered anywhere else. */
export const serviceProductization = service(
  'service-productization',
  [offeringNoun, subscriptionNoun],
  connect,
  (dependencies) => ({
    routes: [
      publishOfferingRoute(dependencies),
      retireOfferingRoute(dependencies),
      readOfferingRoute(dependencies),
      listOfferingsRoute(dependencies),
      readOfferingHistoryRoute(dependencies),
      readSubscriptionRoute(dependencies),
      listSubscriptionsRoute(dependencies),
    ],
    consumers: [startSubscriptionsOnOpportunityWon(dependencies)],
    projections: [],
  }),
);
