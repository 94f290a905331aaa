import type { DataOf, OfferingCandidateEvent } from '@steward/contracts';
import { type OfferingCandidate, refuse } from './offering-candidate.ts';

type Proposed = DataOf<OfferingCandidateEvent, 'OfferingCandidateProposed'>;

export type ProposeCandidate = Omit<Proposed, 'at'> & { readonly at: Date };

interface OnCandidate {
  readonly candidateId: string;
  readonly at: Date;
}

/** A candidate bears the id of the need that it came from, so that nothing is proposed twice. */
export const proposeCandidate = (
  candidate: OfferingCandidate,
  { at, ...proposed }: ProposeCandidate,
): OfferingCandidateEvent[] =>
  candidate.status === 'absent'
    ? [{ type: 'OfferingCandidateProposed', data: { ...proposed, at: at.toISOString() } }]
    : [];

const requireUndecided = (candidate: OfferingCandidate, { candidateId }: OnCandidate): void => {
  if (candidate.status === 'absent')
    throw refuse('offering-candidate-not-found', `There is no offering candidate ${candidateId}`);
  if (candidate.status !== 'proposed')
    throw refuse(
      'offering-candidate-already-decided',
      `Offering candidate ${candidateId} was ${candidate.status} already`,
    );
};

export const adoptCandidate = (
  candidate: OfferingCandidate,
  { at, ...adopted }: OnCandidate & { readonly offeringId: string },
): OfferingCandidateEvent[] => {
  requireUndecided(candidate, { ...adopted, at });
  return [{ type: 'OfferingCandidateAdopted', data: { ...adopted, at: at.toISOString() } }];
};

export const dismissCandidate = (
  candidate: OfferingCandidate,
  { at, ...dismissed }: OnCandidate & { readonly notes: string },
): OfferingCandidateEvent[] => {
  requireUndecided(candidate, { ...dismissed, at });
  return [{ type: 'OfferingCandidateDismissed', data: { ...dismissed, at: at.toISOString() } }];
};
