import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { currentTierPolicy } from '../current-tier-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { termsFor } from '../terms-for.ts';
import { arrangementByChannel } from '../tier/arrangement.ts';
import { recordTicketEntry } from './record-ticket-entry.ts';
import { requireStaff } from './require-ticket.ts';

export const recordTicketEntryRoute = (dependencies: Dependencies) =>
  answer(
    tieredSupportRoutes.recordTicketEntry,
    async ({ params: { ticketId }, body, because, principal }) => {
      requireStaff(principal);
      const arrangement = arrangementByChannel(await currentTierPolicy(dependencies), body.channel);
      const { at } = because;
      const served = { ...body, arrangement, at };
      const terms = body.entry === 1 ? await termsFor(dependencies, served) : undefined;
      const command = { ...served, terms, ticketId, isBroughtIn: true };
      return dependencies.tickets.change(
        ticketId,
        (ticket) => recordTicketEntry(ticket, command),
        because,
      );
    },
  );
