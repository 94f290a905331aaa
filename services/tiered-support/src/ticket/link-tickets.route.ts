import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { atAnyVersion, type Because } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { type LinkTickets, linkTickets, seenFromOtherSide, unlinkTickets } from './link-tickets.ts';
import { requireOther } from './require-ticket.ts';

/** Both tickets decide alike, each about itself. */
const onBothSides =
  (dependencies: Dependencies, decide: typeof linkTickets) =>
  (here: LinkTickets, because: Because) => {
    requireOther(here.ticketId, here.link.ticketId);
    const there = seenFromOtherSide(here);
    const sideOf = (side: LinkTickets) =>
      dependencies.tickets.step(side.ticketId, (ticket) => decide(ticket, side));
    return dependencies.changeTogether([sideOf(here), atAnyVersion(sideOf(there))], because);
  };

export const linkTicketRoute = (dependencies: Dependencies) => {
  const link = onBothSides(dependencies, linkTickets);
  return answer(tieredSupportRoutes.linkTicket, ({ params: { ticketId }, body, because }) => {
    const { toTicketId, kind } = body;
    return link({ ticketId, link: { ticketId: toTicketId, kind }, at: because.at }, because);
  });
};

export const unlinkTicketRoute = (dependencies: Dependencies) => {
  const unlink = onBothSides(dependencies, unlinkTickets);
  return answer(tieredSupportRoutes.unlinkTicket, ({ params: { ticketId }, body, because }) => {
    const { toTicketId, kind } = body;
    return unlink({ ticketId, link: { ticketId: toTicketId, kind }, at: because.at }, because);
  });
};
