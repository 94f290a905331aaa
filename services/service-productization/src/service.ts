import { offeringCandidateNoun, offeringNoun, subscriptionNoun } from '@steward/contracts';
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
  adoptOfferingCandidateRoute,
  dismissOfferingCandidateRoute,
} from './offering-candidate/decide-candidate.route.ts';
import { proposeOfferingOnNeedAccepted } from './offering-candidate/propose-candidate.consumer.ts';
import {
  listOfferingCandidatesRoute,
  readOfferingCandidateHistoryRoute,
  readOfferingCandidateRoute,
} from './offering-candidate/read-candidate.route.ts';
import {
  listSubscriptionsRoute,
  readSubscriptionRoute,
} from './subscription/read-subscription.route.ts';
import { startSubscriptionsOnOpportunityWon } from './subscription/start-subscriptions.consumer.ts';

/** Every door into and out of service-productization. Nothing is registered anywhere else. */
export const serviceProductization = service(
  'service-productization',
  [offeringNoun, subscriptionNoun, offeringCandidateNoun],
  connect,
  (dependencies) => ({
    routes: [
      publishOfferingRoute(dependencies),
      retireOfferingRoute(dependencies),
      readOfferingRoute(dependencies),
      listOfferingsRoute(dependencies),
      readOfferingHistoryRoute(dependencies),
      readSubscriptionRoute(dependencies),
      adoptOfferingCandidateRoute(dependencies),
      dismissOfferingCandidateRoute(dependencies),
      readOfferingCandidateRoute(dependencies),
      listOfferingCandidatesRoute(dependencies),
      readOfferingCandidateHistoryRoute(dependencies),
      listSubscriptionsRoute(dependencies),
    ],
    consumers: [
      startSubscriptionsOnOpportunityWon(dependencies),
      proposeOfferingOnNeedAccepted(dependencies),
    ],
    projections: [],
  }),
);
