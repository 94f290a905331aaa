import { erasedWords, type NeedCandidateEvent, type NeedContent } from '@steward/contracts';
import type { Erased } from '@steward/domain';
import type { NeedCandidate } from './need-candidate.ts';

/** A title quotes what was said, and a model gives its reasons in words of its own; our rules do not. */
const left = { title: erasedWords, quotes: [] };

const reasonsLeft = ({ source, reasons }: Pick<NeedContent, 'source' | 'reasons'>) =>
  source.kind === 'rule' ? reasons : reasons.map((reason) => ({ ...reason, what: erasedWords }));

const blank = (event: NeedCandidateEvent): NeedCandidateEvent => {
  switch (event.type) {
    case 'NeedFound':
      return { ...event, data: { ...event.data, ...left, reasons: reasonsLeft(event.data) } };
    case 'NeedAccepted':
      return { ...event, data: { ...event.data, ...left } };
    case 'NeedRejected':
    case 'NeedWon':
    case 'NeedLost':
    case 'NeedOffered':
    case 'NeedDismissed':
    case 'NeedWordsErased':
      return event;
  }
};

/** The words are those of somebody; that something is needed is what we made of them, and stays. */
export const eraseNeedWords = (
  need: NeedCandidate,
  past: readonly NeedCandidateEvent[],
  { at }: { readonly at: Date },
): Erased<NeedCandidateEvent> => {
  if (need.status === 'absent') return { left: past, events: [] };
  const { needId, accountId } = need;
  const erased = { needId, accountId, at: at.toISOString() };
  return { left: past.map(blank), events: [{ type: 'NeedWordsErased', data: erased }] };
};
