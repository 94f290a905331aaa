import { z } from 'zod';
import { LossReason } from '../opportunity/opportunity.ts';
import { Id, Instant, Money, Name, Text } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';
import {
  FoundByHand,
  FoundByModel,
  NeedContent,
  NeedKind,
  NeedOutlet,
  NeedRejection,
} from './need-candidate.ts';

export const NeedStatus = z.enum(['found', 'accepted', 'rejected', 'won', 'offered', 'lost']);

/** Why it was lost: for a reason of its opportunity, or because no offering is made of it. */
const NeedLossReason = z.enum([...LossReason.options, 'no-offering']);

export const NeedCandidate = z.object({
  needId: Id,
  accountId: Id,
  status: NeedStatus,
  ...NeedContent.shape,
  heardBy: z.array(Id),
  foundAt: Instant,
  /** What it was accepted as. */
  as: NeedOutlet.optional(),
  decidedBy: Id.optional(),
  decidedAt: Instant.optional(),
  rejection: NeedRejection.optional(),
  notes: Text.optional(),
  /** What it was won for. */
  value: Money.optional(),
  /** The offering that there is for it now. */
  offeringId: Id.optional(),
  lossReason: NeedLossReason.optional(),
  closedAt: Instant.optional(),
  version: z.int(),
});

const { origin, quotes, reasons, ...said } = NeedContent.shape;

export const needCandidateRoutes = {
  reportNeed: command('/v1/need-candidates', {
    summary: 'Put a need into the backlog that a model of yours found, or that somebody heard',
    scope: 'support:work',
    creates: true,
    body: {
      accountId: Id,
      ...said,
      source: z.union([FoundByModel, FoundByHand]),
      origin: origin.default({}),
      quotes: quotes.default([]),
      reasons: reasons.default([]),
    },
  }),
  acceptNeed: command('/v1/need-candidates/:needId/acceptance', {
    summary: 'Accept a need: an opportunity or an offering candidate follows, under the same id',
    scope: 'support:work',
    body: {
      as: NeedOutlet,
      title: Name.optional(),
      /** Who heard it, where that is not, or wrongly, known. */
      heardBy: z.array(Id).min(1).max(20).optional(),
    },
  }),
  rejectNeed: command('/v1/need-candidates/:needId/rejection', {
    summary: 'Reject a need; "other" needs notes',
    scope: 'support:work',
    body: { rejection: NeedRejection, notes: Text.optional() },
  }),
  readNeedCandidate: query('/v1/need-candidates/:needId', {
    summary: 'One need with the words that tell it, why it was found, and what became of it',
    scope: 'support:read',
    answer: NeedCandidate,
  }),
  listNeedCandidates: query('/v1/need-candidates', {
    summary: 'The backlog of needs by id, filtered',
    scope: 'support:read',
    filters: {
      ...paging,
      status: NeedStatus.optional(),
      kind: NeedKind.optional(),
      accountId: Id.optional(),
    },
    answer: page(NeedCandidate),
  }),
  readNeedCandidateHistory: query('/v1/need-candidates/:needId/history', {
    summary: 'Every event of a need with actor, reason, time and cause',
    scope: 'support:read',
    filters: paging,
    answer: History,
  }),
};
