import { erasedWords, type OfferingCandidateEvent } from '@steward/contracts';
import type { Erased } from '@steward/domain';
import type { OfferingCandidate } from './offering-candidate.ts';

const blank = (event: OfferingCandidateEvent): OfferingCandidateEvent =>
  event.type === 'OfferingCandidateProposed'
    ? { ...event, data: { ...event.data, title: erasedWords, quotes: [] } }
    : event;

/** The words of the customer go, as they did from the need; what became of it, and why, stays. */
export const eraseCandidateWords = (
  candidate: OfferingCandidate,
  past: readonly OfferingCandidateEvent[],
  { at }: { readonly at: Date },
): Erased<OfferingCandidateEvent> => {
  if (candidate.status === 'absent') return { left: past, events: [] };
  const erased = { candidateId: candidate.candidateId, at: at.toISOString() };
  return {
    left: past.map(blank),
    events: [{ type: 'OfferingCandidateWordsErased', data: erased }],
  };
};
