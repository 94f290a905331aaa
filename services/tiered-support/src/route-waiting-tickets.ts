import { exists } from '@steward/domain';
import type { Timer } from '@steward/service';
import { candidatesPresent } from './candidates.ts';
import type { Dependencies } from './dependencies.ts';
import { routeWaiting } from './route-ticket.ts';
import { ticketsWithSeats } from './routing/seats.ts';
import { isThere } from './support-agent/left-out.ts';
import { loadOf } from './support-agent/support-agent.ts';
import type { RaisedTicket } from './ticket/ticket.ts';

/** So many of the longest waiting are looked at each time, and as many of the others, however many wait. */
const lookedAtMax = 500;

/**
 * Looks through all that is queued, a page each time, and then from the beginning again: nobody waits for good
 * behind those whom nobody can help. How far it has come need not outlive us: whoever begins anew misses nothing.
 */
const inTurn = ({ tickets }: Pick<Dependencies, 'tickets'>) => {
  let cursor: string | undefined;
  return async (): Promise<RaisedTicket[]> => {
    const page = await tickets.list({ status: 'queued' }, { limit: lookedAtMax, cursor });
    cursor = page.next;
    const queued = page.items.filter(exists).map(({ state }) => state);
    return queued.filter(({ awaitsAgentSince }) => awaitsAgentSince !== undefined);
  };
};

const longestWaiting = async ({ tickets }: Dependencies, by: Date): Promise<RaisedTicket[]> => {
  const ids = await tickets.due('awaitsAgentSince', by, lookedAtMax);
  const read = await Promise.all(ids.map((ticketId) => tickets.read(ticketId)));
  return read.filter(exists).map(({ state }) => state);
};

/**
 * Lets the queue move on whenever somebody has come, has let go of something or has come into their hours, and when
 * a ticket has given up what it could do without: all that is seen by looking at who could take what now.
 */
export const routeWaitingTickets = (dependencies: Dependencies): Timer => {
  const others = inTurn(dependencies);
  return {
    name: 'routeWaitingTickets',
    due: async (by, limit) => {
      const present = await candidatesPresent(dependencies, by);
      const able = present.filter(
        (one) => isThere(one, by) && loadOf(one.agent) < one.agent.capacityUnits,
      );
      if (able.length === 0) return [];
      const longest = await longestWaiting(dependencies, by);
      const further = longest.length < lookedAtMax ? [] : await others();
      const waiting = new Map(
        [...longest, ...further].map((ticket) => [ticket.ticketId, ticket] as const),
      );
      return ticketsWithSeats([...waiting.values()], able, by).slice(0, limit);
    },
    ring: (ticketId, because) => routeWaiting(dependencies, ticketId, because),
  };
};
