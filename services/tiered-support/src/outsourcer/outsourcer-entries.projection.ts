import type { Projection } from '@steward/bus';
import { type OutsourcerEvent, outsourcerNoun } from '@steward/contracts';

/** One line of the log of an outsourced desk: when it came, and how late. */
export interface OutsourcerEntry {
  readonly outsourcerId: string;
  readonly cameAt: string;
  readonly lagSeconds: number;
  readonly isLate: boolean;
}

export const outsourcerEntries: Projection<OutsourcerEntry, OutsourcerEvent> = {
  name: 'outsourcer-entries',
  nouns: [outsourcerNoun],
  indexes: [['outsourcerId', 'cameAt']],
  keyOf: ({ type, id }) => (type === 'OutsourcerHeard' ? id : undefined),
  apply: (row, { type, data }) => {
    if (type !== 'OutsourcerHeard') return row;
    const { outsourcerId, at: cameAt, lagSeconds, isLate } = data;
    return { outsourcerId, cameAt, lagSeconds, isLate };
  },
};
