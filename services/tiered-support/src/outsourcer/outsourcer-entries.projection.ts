import type { Projection } from '@steward/bus';
import { type EventOf, OutsourcerHeard, outsourcerNoun } from '@steward/contracts';

/** One line of the log of an outsourced desk: when it came, and how late. */
export interface OutsourcerEntry {
  readonly outsourcerId: string;
  readonly cameAt: string;
  readonly lagSeconds: number;
  readonly isLate: boolean;
}

export const outsourcerEntries: Projection<OutsourcerEntry, EventOf<typeof OutsourcerHeard>> = {
  name: 'outsourcer-entries',
  nouns: [outsourcerNoun],
  facts: [OutsourcerHeard],
  indexes: [['outsourcerId', 'cameAt']],
  keyOf: ({ id }) => id,
  apply: (_, { data }) => {
    const { outsourcerId, at: cameAt, lagSeconds, isLate } = data;
    return { outsourcerId, cameAt, lagSeconds, isLate };
  },
};
