import type { OpportunityEvent } from '@steward/contracts';
import { type Opportunity, refuse } from './opportunity.ts';
import { requireKnown, requireOpen, requireUnaccepted } from './require-open.ts';

export interface AcceptOpportunity {
  readonly opportunityId: string;
  readonly unit: string;
  readonly ownerId: string;
  readonly at: Date;
}

/** The first unit to accept has it, so that there is one opportunity owner and never two. */
export const acceptOpportunity = (
  opportunity: Opportunity,
  { opportunityId, unit, ownerId, at }: AcceptOpportunity,
): OpportunityEvent[] => {
  const known = requireUnaccepted(requireOpen(requireKnown(opportunityId, opportunity)));
  if (known.status === 'discovered')
    throw refuse(
      'opportunity-not-introduced',
      `Opportunity ${opportunityId} was not introduced to any unit yet`,
    );
  if (!known.units.includes(unit))
    throw refuse(
      'unit-not-introduced',
      `Opportunity ${opportunityId} was not introduced to ${unit}`,
    );
  const { accountId } = known;
  return [
    {
      type: 'OpportunityAccepted',
      data: { opportunityId, accountId, unit, ownerId, at: at.toISOString() },
    },
  ];
};
