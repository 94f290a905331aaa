import { on } from '@steward/bus';
import { OpportunityLost, OpportunityWon } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { noteOutcome } from './note-outcome.ts';

/** Whoever is to share in a win gets their share; it is kept for those who are named later. */
export const noteOutcomeOfOpportunity = ({ followOns }: Dependencies) =>
  on('noteOutcomeOfOpportunity', [OpportunityWon, OpportunityLost], ({ type, data, because }) => {
    const { opportunityId, accountId } = data;
    const value = type === 'OpportunityWon' ? data.value : undefined;
    const command = { opportunityId, accountId, value, at: because.at };
    return followOns.change(opportunityId, (one) => noteOutcome(one, command), because);
  });
