import type { DataOf, OpportunityEvent } from '@steward/contracts';
import type { Opportunity } from './opportunity.ts';

type Discovered = DataOf<OpportunityEvent, 'OpportunityDiscovered'>;

export interface DiscoverFromNeed {
  readonly accountId: string;
  readonly title: string;
  readonly need: NonNullable<Discovered['need']>;
  readonly at: Date;
}

/**
 * A need that service heard of is a chance, whoever owns the account: its discoverer is the first of those who
 * heard it. It bears the id of the need, so that nothing follows from a need twice.
 */
export const discoverFromNeed = (
  opportunity: Opportunity,
  { accountId, title, need, at }: DiscoverFromNeed,
): OpportunityEvent[] => {
  const [discoveredBy] = need.heardBy;
  if (opportunity.status !== 'absent' || discoveredBy === undefined) return [];
  const chance = { opportunityId: need.needId, accountId, title, discoveredBy, need };
  return [{ type: 'OpportunityDiscovered', data: { ...chance, at: at.toISOString() } }];
};
