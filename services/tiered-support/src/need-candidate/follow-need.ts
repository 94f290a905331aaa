import type { DataOf, NeedCandidateEvent, NeedOutlet } from '@steward/contracts';
import type { NeedCandidate } from './need-candidate.ts';

/** What became of an opportunity. */
export interface Outcome {
  readonly opportunityId: string;
  readonly accountId?: string | undefined;
  readonly at: Date;
}
export type WinNeed = Outcome & Pick<DataOf<NeedCandidateEvent, 'NeedWon'>, 'value'>;
export type LoseNeed = Outcome & Pick<DataOf<NeedCandidateEvent, 'NeedLost'>, 'lossReason'>;

/** What became of an offering candidate, which bears the id of the need. */
export type OfferNeed = Pick<DataOf<NeedCandidateEvent, 'NeedOffered'>, 'offeringId'> & {
  readonly at: Date;
};
export type DismissNeed = Pick<DataOf<NeedCandidateEvent, 'NeedDismissed'>, 'notes'> & {
  readonly at: Date;
};

/** What is said of a need that became this and of which nothing more is known. */
const followed = (need: NeedCandidate, as: NeedOutlet, at: Date) => {
  if (need.status !== 'accepted' || need.as !== as) return undefined;
  const { needId, accountId, heardBy } = need;
  return { heardBy, fact: { needId, accountId, at: at.toISOString() } };
};

/** The opportunity bears the id of the need; another one that happens to bear it is of another account. */
const followedToOutcome = (need: NeedCandidate, { accountId, at }: Outcome) => {
  const found = followed(need, 'opportunity', at);
  return accountId === undefined || accountId === found?.fact.accountId ? found : undefined;
};

export const winNeed = (need: NeedCandidate, won: WinNeed): NeedCandidateEvent[] => {
  const found = followedToOutcome(need, won);
  if (!found) return [];
  const { opportunityId, value } = won;
  const { fact, heardBy } = found;
  return [{ type: 'NeedWon', data: { ...fact, opportunityId, value, heardBy } }];
};

export const loseNeed = (need: NeedCandidate, lost: LoseNeed): NeedCandidateEvent[] => {
  const found = followedToOutcome(need, lost);
  if (!found) return [];
  const { opportunityId, lossReason } = lost;
  return [{ type: 'NeedLost', data: { ...found.fact, opportunityId, lossReason } }];
};

export const offerNeed = (
  need: NeedCandidate,
  { offeringId, at }: OfferNeed,
): NeedCandidateEvent[] => {
  const found = followed(need, 'offering', at);
  return found ? [{ type: 'NeedOffered', data: { ...found.fact, offeringId } }] : [];
};

export const dismissNeed = (
  need: NeedCandidate,
  { notes, at }: DismissNeed,
): NeedCandidateEvent[] => {
  const found = followed(need, 'offering', at);
  return found ? [{ type: 'NeedDismissed', data: { ...found.fact, notes } }] : [];
};
