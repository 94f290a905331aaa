import type { Projection } from '@steward/bus';
import { type TicketEvent, ticketNoun } from '@steward/contracts';

/** One message that was made from a canned answer; the key is the id of the fact. */
export interface CannedAnswerUse {
  readonly cannedAnswerId: string;
  readonly at: string;
}

export const cannedAnswerUses: Projection<CannedAnswerUse, TicketEvent> = {
  name: 'canned-answer-uses',
  nouns: [ticketNoun],
  indexes: [['cannedAnswerId', 'at']],
  keyOf: ({ id, type, data }) =>
    type === 'TicketMessageAdded' && data.cannedAnswerId !== undefined ? id : undefined,
  apply: (row, { type, data }) => {
    if (type !== 'TicketMessageAdded' || data.cannedAnswerId === undefined) return row;
    // In one form, so that text is in the order of time.
    return { cannedAnswerId: data.cannedAnswerId, at: new Date(data.at).toISOString() };
  },
};
