import type { Projection } from '@steward/bus';
import { type EventOf, TicketMessageAdded, ticketNoun } from '@steward/contracts';

/** One message that was made from a canned answer; the key is the id of the fact. */
export interface CannedAnswerUse {
  readonly cannedAnswerId: string;
  readonly at: string;
}

type Said = EventOf<typeof TicketMessageAdded>;

export const cannedAnswerUses: Projection<CannedAnswerUse, Said> = {
  name: 'canned-answer-uses',
  nouns: [ticketNoun],
  facts: [TicketMessageAdded],
  indexes: [['cannedAnswerId', 'at']],
  keyOf: ({ id, data }) => (data.cannedAnswerId === undefined ? undefined : id),
  apply: (row, { data }) => {
    if (data.cannedAnswerId === undefined) return row;
    // In one form, so that text is in the order of time.
    return { cannedAnswerId: data.cannedAnswerId, at: new Date(data.at).toISOString() };
  },
};
