import type { OpportunityEvent } from '@steward/contracts';
import { type Opportunity, refuse } from './opportunity.ts';
import { requireKnown, requireOpen, requireUnaccepted } from './require-open.ts';

export interface IntroduceOpportunity {
  readonly opportunityId: string;
  readonly units: readonly string[];
  readonly at: Date;
}

const unitsMax = 20;

/** Where no unit of the first introduction wants it, others may be brought in, until one accepts. */
export const introduceOpportunity = (
  opportunity: Opportunity,
  { opportunityId, units, at }: IntroduceOpportunity,
): OpportunityEvent[] => {
  const known = requireUnaccepted(requireOpen(requireKnown(opportunityId, opportunity)));
  const added = [...new Set(units)].filter((unit) => !known.units.includes(unit));
  if (added.length === 0)
    throw refuse(
      'opportunity-already-introduced',
      `Opportunity ${opportunityId} was already introduced to ${units.join(', ')}`,
    );
  if (known.units.length + added.length > unitsMax)
    throw refuse(
      'too-many-units',
      `Opportunity ${opportunityId} may be introduced to ${unitsMax} units`,
    );
  const { accountId } = known;
  return [
    {
      type: 'OpportunityIntroduced',
      data: { opportunityId, accountId, units: added, at: at.toISOString() },
    },
  ];
};
