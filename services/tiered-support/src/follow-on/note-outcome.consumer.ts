import { on } from '@steward/bus';
import { OpportunityLost, OpportunityWon } from '@steward/contracts';
import type { Because } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { type NoteOutcome, noteOutcome } from './note-outcome.ts';

const note = ({ followOns }: Dependencies, outcome: Omit<NoteOutcome, 'at'>, because: Because) => {
  const command = { ...outcome, at: because.at };
  return followOns.change(outcome.opportunityId, (one) => noteOutcome(one, command), because);
};

/** Whoever is to share in a win gets their share; it is kept for those who are named later. */
export const noteOutcomeOnOpportunityWon = (dependencies: Dependencies) =>
  on('noteOutcomeOnOpportunityWon', OpportunityWon, ({ data, because }) => {
    const { opportunityId, accountId, value } = data;
    return note(dependencies, { opportunityId, accountId, value }, because);
  });

export const noteOutcomeOnOpportunityLost = (dependencies: Dependencies) =>
  on('noteOutcomeOnOpportunityLost', OpportunityLost, ({ data, because }) => {
    const { opportunityId, accountId } = data;
    return note(dependencies, { opportunityId, accountId }, because);
  });
