import { exists } from '@steward/domain';
import type { Timer } from '@steward/service';
import { candidatesPresent } from './candidates.ts';
import type { Dependencies } from './dependencies.ts';
import { routeWaiting } from './route-ticket.ts';
import { ticketsWithSeats } from './routing/seats.ts';
import { isThere } from './support-agent/left-out.ts';
import { loadOf } from './support-agent/support-agent.ts';

/** So many of the longest waiting are looked at, however many wait. */
const waitingMax = 500;

/**
 * Lets the queue move on whenever somebody has come, has let go of something or has come into their hours, and when
 * a ticket has given up what it could do without: all that is seen by looking at who could take what now.
 */
export const routeWaitingTickets = (dependencies: Dependencies): Timer => ({
  name: 'routeWaitingTickets',
  due: async (by, limit) => {
    const present = await candidatesPresent(dependencies, by);
    const able = present.filter(
      (one) => isThere(one, by) && loadOf(one.agent) < one.agent.capacityUnits,
    );
    if (able.length === 0) return [];
    const { tickets } = dependencies;
    const ids = await tickets.due('awaitsAgentSince', by, waitingMax);
    const read = await Promise.all(ids.map((ticketId) => tickets.read(ticketId)));
    const waiting = read.filter(exists).map(({ state }) => state);
    return ticketsWithSeats(waiting, able, by).slice(0, limit);
  },
  ring: (ticketId, because) => routeWaiting(dependencies, ticketId, because),
});
