import type { DataOf, OfferingCandidateEvent } from '@steward/contracts';
import { type Aggregate, type Existing, refusals } from '@steward/domain';

interface Proposal
  extends Readonly<Omit<DataOf<OfferingCandidateEvent, 'OfferingCandidateProposed'>, 'at'>> {
  readonly proposedAt: string;
}

/** Something that a customer needs and that the catalogue may lack. */
export type OfferingCandidate =
  | { readonly status: 'absent' }
  | (Proposal & { readonly status: 'proposed' })
  | (Proposal & { readonly status: 'adopted'; readonly offeringId: string })
  | (Proposal & { readonly status: 'dismissed'; readonly notes: string });
export type KnownCandidate = Existing<OfferingCandidate>;

export const refuse = refusals({
  'offering-candidate-not-found': 'notFound',
  'offering-candidate-already-decided': 'conflict',
});

const evolve = (
  candidate: OfferingCandidate,
  { type, data }: OfferingCandidateEvent,
): OfferingCandidate => {
  if (type === 'OfferingCandidateProposed') {
    const { at: proposedAt, ...proposal } = data;
    return { status: 'proposed', ...proposal, proposedAt };
  }
  if (candidate.status === 'absent') return candidate;
  switch (type) {
    case 'OfferingCandidateAdopted':
      return { ...candidate, status: 'adopted', offeringId: data.offeringId };
    case 'OfferingCandidateDismissed':
      return { ...candidate, status: 'dismissed', notes: data.notes };
    case 'OfferingCandidateWordsErased':
      return candidate;
  }
};

export const offeringCandidate: Aggregate<OfferingCandidate, OfferingCandidateEvent> = {
  name: 'offering-candidate',
  initial: { status: 'absent' },
  evolve,
};
