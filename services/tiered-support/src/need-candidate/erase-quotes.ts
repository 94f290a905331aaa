import type { NeedCandidateEvent } from '@steward/contracts';
import type { Erased } from '@steward/domain';
import type { NeedCandidate } from './need-candidate.ts';

const blank = (event: NeedCandidateEvent): NeedCandidateEvent => {
  switch (event.type) {
    case 'NeedFound':
      return { ...event, data: { ...event.data, quotes: [] } };
    case 'NeedAccepted':
      return { ...event, data: { ...event.data, quotes: [] } };
    case 'NeedRejected':
    case 'NeedWon':
    case 'NeedLost':
    case 'NeedOffered':
    case 'NeedDismissed':
    case 'NeedQuotesErased':
      return event;
  }
};

/** The words are those of somebody; that something is needed is what we made of them, and stays. */
export const eraseQuotes = (
  need: NeedCandidate,
  past: readonly NeedCandidateEvent[],
  { at }: { readonly at: Date },
): Erased<NeedCandidateEvent> => {
  if (need.status === 'absent') return { left: past, events: [] };
  const { needId, accountId } = need;
  const erased = { needId, accountId, at: at.toISOString() };
  return { left: past.map(blank), events: [{ type: 'NeedQuotesErased', data: erased }] };
};
