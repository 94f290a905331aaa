import type { Projection } from '@steward/bus';
import { type EventOf, TicketClaimed, TicketRouted, ticketNoun } from '@steward/contracts';

/** Who had a ticket in their hands; the key is the ticket's id. */
export interface TicketHandlers {
  readonly accountId: string;
  /** Who took it on first, and when: by that the ticket counts. */
  readonly firstAgentId: string;
  readonly firstAt: string;
  /** When somebody last took it on. */
  readonly lastAt: string;
  /** Everybody who had it, the last first. */
  readonly agentIds: readonly string[];
}

const facts = [TicketRouted, TicketClaimed] as const;

export const ticketHandlers: Projection<TicketHandlers, EventOf<(typeof facts)[number]>> = {
  name: 'ticket-handlers',
  nouns: [ticketNoun],
  facts,
  indexes: [['accountId', 'lastAt'], ['firstAt']],
  keyOf: ({ data }) => data.ticketId,
  apply: (row, { data }) => {
    const { accountId, agentId } = data;
    // In one form, so that text is in the order of time.
    const lastAt = new Date(data.at).toISOString();
    if (!row)
      return {
        accountId,
        firstAgentId: agentId,
        firstAt: lastAt,
        lastAt,
        agentIds: [agentId],
      };
    const others = row.agentIds.filter((before) => before !== agentId);
    return { ...row, lastAt, agentIds: [agentId, ...others] };
  },
};
