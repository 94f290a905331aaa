import type { View } from '@steward/persistence';
import type { Platform } from '@steward/service';
import {
  type DemonstrationAccount,
  demonstrationAccounts,
} from './demonstration/demonstration-accounts.projection.ts';
import { type LaunchedOffering, launchedOfferings } from './needs/launched-offerings.projection.ts';
import { type NeedSeen, needsHeard } from './needs/needs-heard.projection.ts';
import { type PlacedOrder, placedOrders } from './needs/placed-orders.projection.ts';
import {
  type StartedSubscription,
  startedSubscriptions,
} from './needs/started-subscriptions.projection.ts';
import {
  type PipelineOpportunity,
  pipelineOpportunities,
} from './pipeline/pipeline-opportunities.projection.ts';
import { type SupportTicket, supportTickets } from './support/support-tickets.projection.ts';

export interface Dependencies {
  readonly demonstrations: View<DemonstrationAccount>;
  readonly tickets: View<SupportTicket>;
  readonly opportunities: View<PipelineOpportunity>;
  readonly needs: View<NeedSeen>;
  readonly offerings: View<LaunchedOffering>;
  readonly subscriptions: View<StartedSubscription>;
  readonly orders: View<PlacedOrder>;
  readonly now: () => Date;
}

export const connect = ({ database, now }: Platform): Dependencies => ({
  demonstrations: database.view(demonstrationAccounts.name),
  tickets: database.view(supportTickets.name),
  opportunities: database.view(pipelineOpportunities.name),
  needs: database.view(needsHeard.name),
  offerings: database.view(launchedOfferings.name),
  subscriptions: database.view(startedSubscriptions.name),
  orders: database.view(placedOrders.name),
  now,
});
