import type { Money, OpportunityEvent } from '@steward/contracts';
import { type Opportunity, refuse, type SoldLine } from './opportunity.ts';
import { requireAccepted, requireKnown, requireOpen } from './require-open.ts';
import { type Caller, requireRights } from './require-rights.ts';

export interface WinOpportunity {
  readonly opportunityId: string;
  readonly value: Money;
  readonly lines: SoldLine[];
  readonly winReason?: string | undefined;
  readonly caller: Caller;
  readonly at: Date;
}

export const winOpportunity = (
  opportunity: Opportunity,
  { caller, at, ...sold }: WinOpportunity,
): OpportunityEvent[] => {
  const { opportunityId, value } = sold;
  const known = requireKnown(opportunityId, opportunity);
  requireRights(known, caller);
  const { accountId, title, unit, ownerId } = requireAccepted(requireOpen(known));
  // An order and a solution follow, and both need somebody to go to.
  if (accountId === undefined)
    throw refuse(
      'opportunity-without-account',
      `Opportunity ${opportunityId} names no account that could have bought`,
    );
  if (value.amountMinor < 0)
    throw refuse(
      'negative-value',
      `Opportunity ${opportunityId} cannot be worth less than nothing`,
    );
  return [
    {
      type: 'OpportunityWon',
      data: { ...sold, accountId, title, unit, ownerId, at: at.toISOString() },
    },
  ];
};
