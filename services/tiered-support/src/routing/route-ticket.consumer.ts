import { on } from '@steward/bus';
import { TicketHandedOver, TicketRaised, TicketReleased, TicketReopened } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { routeWaiting } from '../route-ticket.ts';

type Waking =
  | typeof TicketRaised
  | typeof TicketReopened
  | typeof TicketHandedOver
  | typeof TicketReleased;

/** What comes to a desk is given to somebody at once, or is told why not, as long as anybody serves tickets. */
const routeOn = (contract: Waking, dependencies: Dependencies) =>
  on(`routeTicketOn${contract.type}`, contract, ({ data: { ticketId }, because }) =>
    routeWaiting(dependencies, ticketId, because),
  );

export const routeTicketOnFacts = (dependencies: Dependencies) =>
  [TicketRaised, TicketReopened, TicketHandedOver, TicketReleased].map((contract) =>
    routeOn(contract, dependencies),
  );
