import type { View } from '@steward/persistence';
import type { Platform } from '@steward/service';
import {
  type DemonstrationAccount,
  demonstrationAccounts,
} from './demonstration/demonstration-accounts.projection.ts';
import {
  type PipelineOpportunity,
  pipelineOpportunities,
} from './pipeline/pipeline-opportunities.projection.ts';
import { type SupportTicket, supportTickets } from './support/support-tickets.projection.ts';

export interface Dependencies {
  readonly demonstrations: View<DemonstrationAccount>;
  readonly tickets: View<SupportTicket>;
  readonly opportunities: View<PipelineOpportunity>;
}

export const connect = ({ database }: Platform): Dependencies => ({
  demonstrations: database.view(demonstrationAccounts.name),
  tickets: database.view(supportTickets.name),
  opportunities: database.view(pipelineOpportunities.name),
});
