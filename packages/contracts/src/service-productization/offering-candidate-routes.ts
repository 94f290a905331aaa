import { z } from 'zod';
import { Id, Instant, Name, Text } from '../primitives.ts';
import { command, History, page, paging, query } from '../route.ts';

const OfferingCandidateStatus = z.enum(['proposed', 'adopted', 'dismissed']);

export const OfferingCandidate = z.object({
  candidateId: Id,
  accountId: Id,
  title: Name,
  quotes: z.array(Text),
  heardBy: z.array(Id),
  status: OfferingCandidateStatus,
  proposedAt: Instant,
  offeringId: Id.optional(),
  notes: Text.optional(),
  version: z.int(),
});

export const offeringCandidateRoutes = {
  adoptOfferingCandidate: command('/v1/offering-candidates/:candidateId/adoption', {
    summary: 'Say which offering a candidate became, or which one there was for it already',
    scope: 'catalogue:write',
    body: { offeringId: Id },
  }),
  dismissOfferingCandidate: command('/v1/offering-candidates/:candidateId/dismissal', {
    summary: 'Make no offering of a candidate, and say why',
    scope: 'catalogue:write',
    body: { notes: Text.regex(/\S/) },
  }),
  readOfferingCandidate: query('/v1/offering-candidates/:candidateId', {
    summary: 'One candidate; its id is that of the need that it came from',
    scope: 'catalogue:read',
    answer: OfferingCandidate,
  }),
  listOfferingCandidates: query('/v1/offering-candidates', {
    summary: 'Candidates by id, filtered',
    scope: 'catalogue:read',
    filters: { ...paging, status: OfferingCandidateStatus.optional() },
    answer: page(OfferingCandidate),
  }),
  readOfferingCandidateHistory: query('/v1/offering-candidates/:candidateId/history', {
    summary: 'Every event of a candidate with actor, reason, time and cause',
    scope: 'catalogue:read',
    filters: paging,
    answer: History,
  }),
};
