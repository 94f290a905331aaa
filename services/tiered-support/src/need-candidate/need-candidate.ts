import type { DataOf, NeedCandidateEvent } from '@steward/contracts';
import { type Aggregate, refusals } from '@steward/domain';

/** What was heard, with the words that tell it. */
interface Found extends Readonly<Omit<DataOf<NeedCandidateEvent, 'NeedFound'>, 'at'>> {
  readonly foundAt: string;
}

interface Decided {
  readonly decidedBy: string;
  readonly decidedAt: string;
}
interface Accepted
  extends Decided,
    Readonly<Pick<DataOf<NeedCandidateEvent, 'NeedAccepted'>, 'as'>> {}
interface Closed extends Accepted {
  readonly closedAt: string;
}

export type KnownNeed =
  | (Found & { readonly status: 'found' })
  | (Found & Accepted & { readonly status: 'accepted' })
  | (Found &
      Decided &
      Readonly<Pick<DataOf<NeedCandidateEvent, 'NeedRejected'>, 'rejection' | 'notes'>> & {
        readonly status: 'rejected';
      })
  | (Found &
      Closed &
      Readonly<Pick<DataOf<NeedCandidateEvent, 'NeedWon'>, 'value'>> & { readonly status: 'won' })
  | (Found &
      Closed &
      Readonly<Pick<DataOf<NeedCandidateEvent, 'NeedLost'>, 'lossReason'>> & {
        readonly status: 'lost';
      });
export type NeedCandidate = { readonly status: 'absent' } | KnownNeed;

export const refuse = refusals({
  'need-already-reported': 'conflict',
  'need-not-found': 'notFound',
  'need-already-decided': 'conflict',
  'need-rejection-notes-missing': 'invalid',
  'need-origin-not-found': 'notFound',
  'need-quote-missing': 'invalid',
  'need-quote-wrong': 'invalid',
});

const evolve = (need: NeedCandidate, { type, data }: NeedCandidateEvent): NeedCandidate => {
  if (type === 'NeedFound') {
    const { at: foundAt, ...heard } = data;
    return { status: 'found', ...heard, foundAt };
  }
  if (need.status === 'absent') return need;
  switch (type) {
    case 'NeedAccepted': {
      const { at: decidedAt, acceptedBy: decidedBy, as, title, heardBy } = data;
      return { ...need, status: 'accepted', as, title, heardBy, decidedBy, decidedAt };
    }
    case 'NeedRejected': {
      const { at: decidedAt, rejectedBy: decidedBy, rejection, notes } = data;
      return { ...need, status: 'rejected', rejection, notes, decidedBy, decidedAt };
    }
    case 'NeedWon':
      return need.status === 'accepted'
        ? { ...need, status: 'won', value: data.value, closedAt: data.at }
        : need;
    case 'NeedLost':
      return need.status === 'accepted'
        ? { ...need, status: 'lost', lossReason: data.lossReason, closedAt: data.at }
        : need;
  }
};

export const needCandidate: Aggregate<NeedCandidate, NeedCandidateEvent> = {
  name: 'need-candidate',
  initial: { status: 'absent' },
  evolve,
};
