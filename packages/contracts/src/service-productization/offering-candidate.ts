import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { Id, Instant, Name, Text } from '../primitives.ts';

const candidate = { candidateId: Id, at: Instant };

/** Something that a customer needs and that is to be sold as a product of its own, perhaps. */
export const OfferingCandidateProposed = event(
  'OfferingCandidateProposed',
  'service-productization.offering-candidate.proposed.v1',
  z.object({
    ...candidate,
    accountId: Id,
    title: Name,
    /** The words of the customer. */
    quotes: z.array(Text),
    heardBy: z.array(Id).min(1),
  }),
);

export const OfferingCandidateAdopted = event(
  'OfferingCandidateAdopted',
  'service-productization.offering-candidate.adopted.v1',
  z.object({ ...candidate, offeringId: Id }),
);

export const OfferingCandidateDismissed = event(
  'OfferingCandidateDismissed',
  'service-productization.offering-candidate.dismissed.v1',
  z.object({ ...candidate, notes: Text.min(1) }),
);

/** What the customer said is erased, here as in the need; what became of it stays. */
export const OfferingCandidateWordsErased = event(
  'OfferingCandidateWordsErased',
  'service-productization.offering-candidate.words-erased.v1',
  z.object(candidate),
);

export const offeringCandidateNoun = noun('service-productization.offering-candidate', [
  OfferingCandidateProposed,
  OfferingCandidateAdopted,
  OfferingCandidateDismissed,
  OfferingCandidateWordsErased,
]);
export type OfferingCandidateEvent = EventOf<(typeof offeringCandidateNoun.events)[number]>;
