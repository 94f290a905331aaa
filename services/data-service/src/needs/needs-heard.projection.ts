import type { Projection } from '@steward/bus';
import {
  type Money,
  type NeedCandidateEvent,
  type NeedKind,
  needCandidateNoun,
} from '@steward/contracts';

/** One need, as far as the report on needs asks about it. */
export interface NeedSeen {
  readonly accountId: string;
  readonly kind: NeedKind;
  readonly status: 'open' | 'accepted' | 'rejected' | 'won' | 'offered' | 'lost';
  readonly foundAt: string;
  /** What its opportunity was won for. */
  readonly value?: Money;
}

export const needsHeard: Projection<NeedSeen, NeedCandidateEvent> = {
  name: 'needs-heard',
  nouns: [needCandidateNoun],
  indexes: [['status']],
  keyOf: ({ data }) => data.needId,
  apply: (row, { type, data }) => {
    if (type === 'NeedFound') {
      const { accountId, kind, at: foundAt } = data;
      return { accountId, kind, status: 'open', foundAt };
    }
    if (!row) return undefined;
    switch (type) {
      case 'NeedAccepted':
        return { ...row, status: 'accepted' };
      case 'NeedRejected':
        return { ...row, status: 'rejected' };
      case 'NeedWon':
        return { ...row, status: 'won', value: data.value };
      case 'NeedOffered':
        return { ...row, status: 'offered' };
      case 'NeedLost':
      case 'NeedDismissed':
        return { ...row, status: 'lost' };
      case 'NeedWordsErased':
        return row;
    }
  },
};
