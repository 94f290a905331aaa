import type { DataOf, NeedCandidateEvent } from '@steward/contracts';
import { type KnownNeed, type NeedCandidate, refuse } from './need-candidate.ts';

interface OnNeed {
  readonly needId: string;
  readonly decidedBy: string;
  readonly at: Date;
}

export type AcceptNeed = OnNeed &
  Pick<DataOf<NeedCandidateEvent, 'NeedAccepted'>, 'as'> & {
    readonly title?: string | undefined;
    readonly heardBy?: string[] | undefined;
  };
export type RejectNeed = OnNeed &
  Pick<DataOf<NeedCandidateEvent, 'NeedRejected'>, 'rejection' | 'notes'>;

/** A need is decided once: what follows from it is under way. */
const requireUndecided = (need: NeedCandidate, needId: string): KnownNeed => {
  if (need.status === 'absent') throw refuse('need-not-found', `There is no need ${needId}`);
  if (need.status !== 'found')
    throw refuse('need-already-decided', `Need ${needId} was ${need.status} already`);
  return need;
};

export const acceptNeed = (
  need: NeedCandidate,
  { needId, as, title, heardBy, decidedBy, at }: AcceptNeed,
): NeedCandidateEvent[] => {
  const found = requireUndecided(need, needId);
  const { accountId, kind, quotes } = found;
  // There is always somebody to credit: who accepts what nobody is known to have heard has read it.
  const credited = heardBy ?? (found.heardBy.length > 0 ? found.heardBy : [decidedBy]);
  return [
    {
      type: 'NeedAccepted',
      data: {
        needId,
        accountId,
        kind,
        title: title ?? found.title,
        as,
        acceptedBy: decidedBy,
        heardBy: [...new Set(credited)],
        quotes,
        at: at.toISOString(),
      },
    },
  ];
};

export const rejectNeed = (
  need: NeedCandidate,
  { needId, rejection, notes, decidedBy, at }: RejectNeed,
): NeedCandidateEvent[] => {
  const { accountId, kind } = requireUndecided(need, needId);
  if (rejection === 'other' && (notes ?? '').trim() === '')
    throw refuse('need-rejection-notes-missing', 'The rejection "other" needs notes');
  const rejected = { needId, accountId, kind, rejection, notes, rejectedBy: decidedBy };
  return [{ type: 'NeedRejected', data: { ...rejected, at: at.toISOString() } }];
};
