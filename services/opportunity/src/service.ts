import { opportunityNoun, orderNoun, solutionNoun } from '@steward/contracts';
import { service } from '@steward/service';
import { accountOwners } from './account/account-owners.projection.ts';
import { connect } from './dependencies.ts';
import { acceptOpportunityRoute } from './opportunity/accept-opportunity.route.ts';
import { advanceOpportunityRoute } from './opportunity/advance-opportunity.route.ts';
import { discoverOpportunityOnNeedAccepted } from './opportunity/discover-from-need.consumer.ts';
import { discoverOpportunityRoute } from './opportunity/discover-opportunity.route.ts';
import { introduceOpportunityRoute } from './opportunity/introduce-opportunity.route.ts';
import { loseOpportunityRoute } from './opportunity/lose-opportunity.route.ts';
import {
  listOpportunitiesRoute,
  readOpportunityHistoryRoute,
  readOpportunityRoute,
} from './opportunity/read-opportunity.route.ts';
import { winOpportunityRoute } from './opportunity/win-opportunity.route.ts';
import { placeOrderOnOpportunityWon } from './order/place-order.consumer.ts';
import { readOrderRoute } from './order/read-order.route.ts';
import { goLiveRoute } from './solution/go-live.route.ts';
import { planSolutionOnOpportunityWon } from './solution/plan-solution.consumer.ts';
import { readSolutionRoute } from './solution/read-solution.route.ts';

/** Every door into and out of opportunity. Nothing is registered anywhere else. */
export const opportunity = service(
  'opportunity',
  [opportunityNoun, orderNoun, solutionNoun],
  connect,
  (dependencies) => ({
    routes: [
      discoverOpportunityRoute(dependencies),
      introduceOpportunityRoute(dependencies),
      acceptOpportunityRoute(dependencies),
      advanceOpportunityRoute(dependencies),
      winOpportunityRoute(dependencies),
      loseOpportunityRoute(dependencies),
      readOpportunityRoute(dependencies),
      listOpportunitiesRoute(dependencies),
      readOpportunityHistoryRoute(dependencies),
      readOrderRoute(dependencies),
      readSolutionRoute(dependencies),
      goLiveRoute(dependencies),
    ],
    consumers: [
      placeOrderOnOpportunityWon(dependencies),
      planSolutionOnOpportunityWon(dependencies),
      discoverOpportunityOnNeedAccepted(dependencies),
    ],
    projections: [accountOwners],
  }),
);
