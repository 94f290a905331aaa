import { on } from '@steward/bus';
import {
  OfferingCandidateAdopted,
  OfferingCandidateDismissed,
  OpportunityLost,
  OpportunityWon,
} from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { dismissNeed, loseNeed, offerNeed, winNeed } from './follow-need.ts';

/** Most opportunities come from no need of ours: their outcome changes nothing here. */
export const followNeedToOutcome = ({ needCandidates }: Dependencies) =>
  on('followNeedToOutcome', [OpportunityWon, OpportunityLost], async (delivery) => {
    const { type, data, because } = delivery;
    const { opportunityId, accountId } = data;
    if (!exists(await needCandidates.read(opportunityId))) return undefined;
    const about = { opportunityId, accountId, at: because.at };
    return needCandidates.change(
      opportunityId,
      (need) =>
        type === 'OpportunityWon'
          ? winNeed(need, { ...about, accountId: data.accountId, value: data.value })
          : loseNeed(need, { ...about, lossReason: data.lossReason }),
      because,
    );
  });

/** Offering candidates come from needs alone, and bear their ids. */
export const followNeedToOffering = ({ needCandidates }: Dependencies) =>
  on(
    'followNeedToOffering',
    [OfferingCandidateAdopted, OfferingCandidateDismissed],
    ({ type, data, because }) => {
      const { at } = because;
      return needCandidates.change(
        data.candidateId,
        (need) =>
          type === 'OfferingCandidateAdopted'
            ? offerNeed(need, { offeringId: data.offeringId, at })
            : dismissNeed(need, { notes: data.notes, at }),
        because,
      );
    },
  );
