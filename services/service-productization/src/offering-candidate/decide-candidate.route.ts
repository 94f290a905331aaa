import { serviceProductizationRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { requireSellable } from '../offering/require-sellable.ts';
import { adoptCandidate, dismissCandidate } from './decide-candidate.ts';

export const adoptOfferingCandidateRoute = ({ offeringCandidates, offerings }: Dependencies) =>
  answer(
    serviceProductizationRoutes.adoptOfferingCandidate,
    async ({ params: { candidateId }, body: { offeringId }, because }) => {
      requireSellable(offeringId, await offerings.read(offeringId));
      const command = { candidateId, offeringId, at: because.at };
      return offeringCandidates.change(
        candidateId,
        (candidate) => adoptCandidate(candidate, command),
        because,
      );
    },
  );

export const dismissOfferingCandidateRoute = ({ offeringCandidates }: Dependencies) =>
  answer(
    serviceProductizationRoutes.dismissOfferingCandidate,
    ({ params: { candidateId }, body: { notes }, because }) => {
      const command = { candidateId, notes, at: because.at };
      return offeringCandidates.change(
        candidateId,
        (candidate) => dismissCandidate(candidate, command),
        because,
      );
    },
  );
