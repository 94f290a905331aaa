import type { OpenStage, OpportunityEvent } from '@steward/contracts';
import { type Opportunity, refuse } from './opportunity.ts';
import { requireAccepted, requireKnown, requireOpen } from './require-open.ts';
import { type Caller, requireRights } from './require-rights.ts';

export interface AdvanceOpportunity {
  readonly opportunityId: string;
  readonly stage: OpenStage;
  readonly caller: Caller;
  readonly at: Date;
}

/** Stages go either way: a negotiation that falls back to a proposal is told as it is. */
export const advanceOpportunity = (
  opportunity: Opportunity,
  { opportunityId, stage, caller, at }: AdvanceOpportunity,
): OpportunityEvent[] => {
  const known = requireKnown(opportunityId, opportunity);
  requireRights(known, caller);
  const { accountId, stage: from } = requireAccepted(requireOpen(known));
  if (stage === from)
    throw refuse('stage-unchanged', `Opportunity ${opportunityId} is in ${stage} already`);
  return [
    {
      type: 'OpportunityAdvanced',
      data: { opportunityId, accountId, from, to: stage, at: at.toISOString() },
    },
  ];
};
