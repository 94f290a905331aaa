import { z } from 'zod';
import { type EventOf, event, noun } from '../event.ts';
import { LossReason } from '../opportunity/opportunity.ts';
import { Id, Instant, Money, Name, Text } from '../primitives.ts';

export const NeedKind = z.enum([
  'new-purchase',
  'expansion',
  'replacement',
  'renewal-risk',
  'integration',
  'training',
  'capacity',
  'new-site',
  'compliance',
]);
export type NeedKind = z.output<typeof NeedKind>;

/** What a need becomes: a chance to sell, or something that we do not offer yet. */
export const NeedOutlet = z.enum(['opportunity', 'offering']);
export type NeedOutlet = z.output<typeof NeedOutlet>;

/**
 * Words of the customer and where they stand: in which turn, from which character (UTF-16) up to which. A
 * message of a ticket is its only turn.
 */
export const Quote = z.object({
  turn: z.int().min(0),
  start: z.int().min(0),
  end: z.int().min(1),
  text: Text.min(1),
});
export type Quote = z.output<typeof Quote>;

/** A part of the confidence, in words. */
export const NeedReason = z.object({ what: Name, points: z.int().min(-100).max(100) });
export type NeedReason = z.output<typeof NeedReason>;

/** From 0 to 100, the sum of its reasons; an order of what to look at first, not a probability. */
export const Confidence = z.int().min(0).max(100);

/** Where it was heard; nothing where somebody heard it elsewhere. */
export const NeedOrigin = z.object({
  conversationId: Id.optional(),
  ticketId: Id.optional(),
  messageId: Id.optional(),
});
export type NeedOrigin = z.output<typeof NeedOrigin>;

export const FoundByModel = z.object({ kind: z.literal('model'), name: Name, version: Name });
export const FoundByHand = z.object({ kind: z.literal('hand') });

/** What found it. */
export const NeedSource = z.union([
  z.object({ kind: z.literal('rule'), ruleId: Id }),
  FoundByModel,
  FoundByHand,
]);
export type NeedSource = z.output<typeof NeedSource>;

export const NeedLanguage = z.enum(['zh', 'en', 'other']);

const need = { needId: Id, accountId: Id, at: Instant };

/** All that is said of a need when it is found. */
export const NeedContent = z.object({
  kind: NeedKind,
  leadsTo: NeedOutlet,
  title: Name,
  source: NeedSource,
  origin: NeedOrigin,
  quotes: z.array(Quote).max(20),
  language: NeedLanguage,
  confidence: Confidence,
  reasons: z.array(NeedReason).max(20),
});
export type NeedContent = z.output<typeof NeedContent>;

export const NeedFound = event(
  'NeedFound',
  'tiered-support.need-candidate.found.v1',
  z.object({
    ...need,
    ...NeedContent.shape,
    /** Staff who heard it; nobody where a ticket had nobody yet. */
    heardBy: z.array(Id),
  }),
);

export const NeedAccepted = event(
  'NeedAccepted',
  'tiered-support.need-candidate.accepted.v1',
  z.object({
    ...need,
    kind: NeedKind,
    title: Name,
    as: NeedOutlet,
    acceptedBy: Id,
    /** Whoever is credited with what becomes of it. */
    heardBy: z.array(Id).min(1),
    quotes: z.array(Quote),
  }),
);

export const NeedRejection = z.enum([
  'misunderstood',
  'duplicate',
  'already-known',
  'not-for-us',
  'too-small',
  'other',
]);

export const NeedRejected = event(
  'NeedRejected',
  'tiered-support.need-candidate.rejected.v1',
  z.object({
    ...need,
    kind: NeedKind,
    rejection: NeedRejection,
    notes: Text.optional(),
    rejectedBy: Id,
  }),
);

/** The opportunity that it became was won. */
export const NeedWon = event(
  'NeedWon',
  'tiered-support.need-candidate.won.v1',
  z.object({ ...need, opportunityId: Id, value: Money, heardBy: z.array(Id).min(1) }),
);

export const NeedLost = event(
  'NeedLost',
  'tiered-support.need-candidate.lost.v1',
  z.object({ ...need, opportunityId: Id, lossReason: LossReason }),
);

/** The offering candidate that it became was adopted: there is an offering for it now. */
export const NeedOffered = event(
  'NeedOffered',
  'tiered-support.need-candidate.offered.v1',
  z.object({ ...need, offeringId: Id }),
);

/** No offering is made of the offering candidate that it became. */
export const NeedDismissed = event(
  'NeedDismissed',
  'tiered-support.need-candidate.dismissed.v1',
  z.object({ ...need, notes: Text.min(1) }),
);

/** The words that it was heard in are erased, with all that may repeat them; its kind and what became of it stay. */
export const NeedWordsErased = event(
  'NeedWordsErased',
  'tiered-support.need-candidate.words-erased.v1',
  z.object(need),
);

export const needCandidateNoun = noun('tiered-support.need-candidate', [
  NeedFound,
  NeedAccepted,
  NeedRejected,
  NeedWon,
  NeedLost,
  NeedOffered,
  NeedDismissed,
  NeedWordsErased,
]);
export type NeedCandidateEvent = EventOf<(typeof needCandidateNoun.events)[number]>;
