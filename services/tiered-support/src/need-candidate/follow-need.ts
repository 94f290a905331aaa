import type { DataOf, NeedCandidateEvent } from '@steward/contracts';
import type { NeedCandidate } from './need-candidate.ts';

/** What became of an opportunity. */
export interface Outcome {
  readonly opportunityId: string;
  readonly accountId?: string | undefined;
  readonly at: Date;
}
export type WinNeed = Outcome & Pick<DataOf<NeedCandidateEvent, 'NeedWon'>, 'value'>;
export type LoseNeed = Outcome & Pick<DataOf<NeedCandidateEvent, 'NeedLost'>, 'lossReason'>;

/** The opportunity bears the id of the need; another one that happens to bear it is of another account. */
const isFollowed = (need: NeedCandidate, { accountId }: Outcome) =>
  need.status === 'accepted' &&
  need.as === 'opportunity' &&
  (accountId === undefined || accountId === need.accountId)
    ? need
    : undefined;

export const winNeed = (need: NeedCandidate, won: WinNeed): NeedCandidateEvent[] => {
  const followed = isFollowed(need, won);
  if (!followed) return [];
  const { needId, accountId, heardBy } = followed;
  const { opportunityId, value, at } = won;
  return [
    {
      type: 'NeedWon',
      data: { needId, accountId, opportunityId, value, heardBy, at: at.toISOString() },
    },
  ];
};

export const loseNeed = (need: NeedCandidate, lost: LoseNeed): NeedCandidateEvent[] => {
  const followed = isFollowed(need, lost);
  if (!followed) return [];
  const { needId, accountId } = followed;
  const { opportunityId, lossReason, at } = lost;
  return [
    {
      type: 'NeedLost',
      data: { needId, accountId, opportunityId, lossReason, at: at.toISOString() },
    },
  ];
};
