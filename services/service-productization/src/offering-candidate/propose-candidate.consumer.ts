import { on } from '@steward/bus';
import {
  type DataOf,
  NeedAccepted,
  type NeedCandidateEvent,
  NeedWordsErased,
} from '@steward/contracts';
import type { Because } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { proposeCandidate } from './decide-candidate.ts';
import { eraseCandidateWords } from './erase-candidate-words.ts';

const propose = (
  { offeringCandidates }: Dependencies,
  {
    needId: candidateId,
    accountId,
    title,
    heardBy,
    ...need
  }: DataOf<NeedCandidateEvent, 'NeedAccepted'>,
  because: Because,
) => {
  const quotes = need.quotes.map(({ text }) => text);
  const command = { candidateId, accountId, title, heardBy, quotes, at: because.at };
  return offeringCandidates.change(
    candidateId,
    (candidate) => proposeCandidate(candidate, command),
    because,
  );
};

/** Words are taken over and erased by one consumer, so that none are taken over after their erasure. */
export const proposeOfferingOnNeedAccepted = (dependencies: Dependencies) =>
  on(
    'proposeOfferingOnNeedAccepted',
    [NeedAccepted, NeedWordsErased],
    async ({ type, data, because }) => {
      if (type === 'NeedWordsErased')
        return dependencies.offeringCandidates.erase(
          data.needId,
          (candidate, past) => eraseCandidateWords(candidate, past, because),
          because,
        );
      return data.as === 'offering' ? propose(dependencies, data, because) : undefined;
    },
  );
