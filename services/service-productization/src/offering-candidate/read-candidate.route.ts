import { isStaff, serviceProductizationRoutes } from '@steward/contracts';
import { exists } from '@steward/domain';
import { answer, knownHistory } from '@steward/http';
import type { Read } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import type { KnownCandidate } from './offering-candidate.ts';

const candidateAnswer = ({ version, state }: Read<KnownCandidate>) => ({ ...state, version });

/** Everybody reads the catalogue; what customers need, and what we make of it, is not in it. */
export const readOfferingCandidateRoute = ({ offeringCandidates }: Dependencies) =>
  answer(serviceProductizationRoutes.readOfferingCandidate, async ({ params, principal }) => {
    if (!isStaff(principal)) return undefined;
    const read = await offeringCandidates.read(params.candidateId);
    return exists(read) ? candidateAnswer(read) : undefined;
  });

export const listOfferingCandidatesRoute = ({ offeringCandidates }: Dependencies) =>
  answer(serviceProductizationRoutes.listOfferingCandidates, async ({ query, principal }) => {
    if (!isStaff(principal)) return { items: [] };
    const { status, ...request } = query;
    const page = await offeringCandidates.list({ status }, request);
    return { ...page, items: page.items.filter(exists).map(candidateAnswer) };
  });

export const readOfferingCandidateHistoryRoute = ({ offeringCandidates }: Dependencies) =>
  answer(
    serviceProductizationRoutes.readOfferingCandidateHistory,
    async ({ params, query, principal }) => {
      if (!isStaff(principal)) return undefined;
      const page = await offeringCandidates.history(params.candidateId, query);
      return knownHistory(page, query);
    },
  );
