import type { OpportunityEvent } from '@steward/contracts';
import { type LossReason, type Opportunity, refuse } from './opportunity.ts';
import { requireKnown, requireOpen } from './require-open.ts';
import { type Caller, requireRights } from './require-rights.ts';

export interface LoseOpportunity {
  readonly opportunityId: string;
  readonly lossReason: LossReason;
  readonly notes?: string | undefined;
  readonly caller: Caller;
  readonly at: Date;
}

/** A chance can be lost before any unit has taken it up, too. */
export const loseOpportunity = (
  opportunity: Opportunity,
  { caller, at, ...lost }: LoseOpportunity,
): OpportunityEvent[] => {
  const { opportunityId, lossReason, notes = '' } = lost;
  const known = requireKnown(opportunityId, opportunity);
  requireRights(known, caller);
  const { accountId } = requireOpen(known);
  // "Other" teaches nobody anything unless somebody says what it was.
  if (lossReason === 'other' && notes.trim() === '')
    throw refuse('loss-notes-missing', 'The loss reason "other" needs notes');
  return [{ type: 'OpportunityLost', data: { ...lost, accountId, at: at.toISOString() } }];
};
