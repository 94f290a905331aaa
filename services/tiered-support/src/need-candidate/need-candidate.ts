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
      Closed & {
        readonly status: 'lost';
        readonly lossReason: DataOf<NeedCandidateEvent, 'NeedLost'>['lossReason'] | 'no-offering';
        readonly notes?: string;
      })
  | (Found &
      Closed &
      Readonly<Pick<DataOf<NeedCandidateEvent, 'NeedOffered'>, 'offeringId'>> & {
        readonly status: 'offered';
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

type Closing = Extract<
  NeedCandidateEvent,
  { type: 'NeedWon' | 'NeedLost' | 'NeedOffered' | 'NeedDismissed' }
>;

/** What became of it in the end. */
const close = (
  need: Extract<KnownNeed, { status: 'accepted' }>,
  { type, data }: Closing,
): KnownNeed => {
  const closed = { ...need, closedAt: data.at };
  switch (type) {
    case 'NeedWon':
      return { ...closed, status: 'won', value: data.value };
    case 'NeedLost':
      return { ...closed, status: 'lost', lossReason: data.lossReason };
    case 'NeedOffered':
      return { ...closed, status: 'offered', offeringId: data.offeringId };
    case 'NeedDismissed':
      return { ...closed, status: 'lost', lossReason: 'no-offering', notes: data.notes };
  }
};

const evolve = (need: NeedCandidate, event: NeedCandidateEvent): NeedCandidate => {
  if (event.type === 'NeedFound') {
    const { at: foundAt, ...heard } = event.data;
    return { status: 'found', ...heard, foundAt };
  }
  if (need.status === 'absent') return need;
  switch (event.type) {
    case 'NeedAccepted': {
      const { at: decidedAt, acceptedBy: decidedBy, as, title, heardBy } = event.data;
      return { ...need, status: 'accepted', as, title, heardBy, decidedBy, decidedAt };
    }
    case 'NeedRejected': {
      const { at: decidedAt, rejectedBy: decidedBy, rejection, notes } = event.data;
      return { ...need, status: 'rejected', rejection, notes, decidedBy, decidedAt };
    }
    case 'NeedWon':
    case 'NeedLost':
    case 'NeedOffered':
    case 'NeedDismissed':
      return need.status === 'accepted' ? close(need, event) : need;
    case 'NeedWordsErased':
      return need;
  }
};

export const needCandidate: Aggregate<NeedCandidate, NeedCandidateEvent> = {
  name: 'need-candidate',
  initial: { status: 'absent' },
  evolve,
};
