import { service } from '@steward/service';
import { reportAimsRoute } from './aims/report-aims.route.ts';
import { demonstrationAccounts } from './demonstration/demonstration-accounts.projection.ts';
import { connect } from './dependencies.ts';
import { launchedOfferings } from './needs/launched-offerings.projection.ts';
import { needsHeard } from './needs/needs-heard.projection.ts';
import { placedOrders } from './needs/placed-orders.projection.ts';
import { reportNeedsRoute } from './needs/report-needs.route.ts';
import { startedSubscriptions } from './needs/started-subscriptions.projection.ts';
import { pipelineOpportunities } from './pipeline/pipeline-opportunities.projection.ts';
import { readOpportunitySeenRoute } from './pipeline/read-opportunity-seen.route.ts';
import { reportPipelineRoute } from './pipeline/report-pipeline.route.ts';
import { reportSatisfactionRoute } from './satisfaction/report-satisfaction.route.ts';
import { readTicketSeenRoute } from './support/read-ticket-seen.route.ts';
import { reportSupportRoute } from './support/report-support.route.ts';
import { supportTickets } from './support/support-tickets.projection.ts';

/** Every door into and out of data-service. Nothing is registered anywhere else. */
export const dataService = service('data-service', [], connect, (dependencies) => ({
  routes: [
    reportSupportRoute(dependencies),
    reportPipelineRoute(dependencies),
    reportSatisfactionRoute(dependencies),
    reportAimsRoute(dependencies),
    reportNeedsRoute(dependencies),
    readTicketSeenRoute(dependencies),
    readOpportunitySeenRoute(dependencies),
  ],
  consumers: [],
  projections: [
    supportTickets,
    pipelineOpportunities,
    demonstrationAccounts,
    needsHeard,
    launchedOfferings,
    startedSubscriptions,
    placedOrders,
  ],
}));
