import { on } from '@steward/bus';
import { NeedAccepted } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { proposeCandidate } from './decide-candidate.ts';

export const proposeOfferingOnNeedAccepted = ({ offeringCandidates }: Dependencies) =>
  on('proposeOfferingOnNeedAccepted', NeedAccepted, async ({ data, because }) => {
    const { needId: candidateId, accountId, title, heardBy, as } = data;
    if (as !== 'offering') return undefined;
    const quotes = data.quotes.map(({ text }) => text);
    const command = { candidateId, accountId, title, heardBy, quotes, at: because.at };
    return offeringCandidates.change(
      candidateId,
      (candidate) => proposeCandidate(candidate, command),
      because,
    );
  });
