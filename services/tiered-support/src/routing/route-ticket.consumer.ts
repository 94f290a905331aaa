import { on } from '@steward/bus';
import { TicketHandedOver, TicketRaised, TicketReleased, TicketReopened } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { routeWaiting } from '../route-ticket.ts';

/** What comes to a desk is given to somebody at once, or is told why not, as long as anybody serves tickets. */
export const routeTicketAtDesk = (dependencies: Dependencies) =>
  on(
    'routeTicketAtDesk',
    [TicketRaised, TicketReopened, TicketHandedOver, TicketReleased],
    ({ data: { ticketId }, because }) => routeWaiting(dependencies, ticketId, because),
  );
