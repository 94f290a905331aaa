import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import type { Dependencies } from '../dependencies.ts';
import { readVisible } from '../ticket/read-ticket.route.ts';
import { usualChannel } from './wanted-by.ts';

export const readTicketRoutingRoute = (dependencies: Dependencies) =>
  answer(tieredSupportRoutes.readTicketRouting, async ({ params: { ticketId }, principal }) => {
    const read = await readVisible(dependencies, ticketId, principal);
    if (!read) return undefined;
    const { state, version } = read;
    const { desk, reachedBy = usualChannel, required = [], additional = [], routing } = state;
    return {
      ticketId,
      desk,
      reachedBy,
      required,
      additional,
      heldBy: routing?.heldBy?.agentId,
      awaitsAgentSince: state.awaitsAgentSince,
      choice: routing?.choice && { ...routing.choice, dropped: [...routing.choice.dropped] },
      version,
    };
  });
