import { tieredSupportRoutes } from '@steward/contracts';
import { answer } from '@steward/http';
import { currentTierPolicy } from '../current-tier-policy.ts';
import type { Dependencies } from '../dependencies.ts';
import { outsourcer, requireActive } from '../outsourcer/outsourcer.ts';
import { termsFor } from '../terms-for.ts';
import { arrangementByChannel } from '../tier/arrangement.ts';
import type { FromOutsourcer } from './outsourced-entry.ts';
import { recordTicketEntry } from './record-ticket-entry.ts';
import { requireStaff } from './require-ticket.ts';

/** The outsourced desk that a line comes from, which must be one that works for us. */
const fromOutsourcer = async (
  { outsourcers, now }: Dependencies,
  outsourcerId: string | undefined,
): Promise<FromOutsourcer | undefined> => {
  if (outsourcerId === undefined) return undefined;
  const read = await outsourcers.read(outsourcerId);
  requireActive(read?.state ?? outsourcer.initial, outsourcerId);
  return { outsourcerId, receivedAt: now() };
};

export const recordTicketEntryRoute = (dependencies: Dependencies) =>
  answer(
    tieredSupportRoutes.recordTicketEntry,
    async ({ params: { ticketId }, body, because, principal }) => {
      requireStaff(principal);
      const { outsourcerId, ...line } = body;
      const from = await fromOutsourcer(dependencies, outsourcerId);
      const arrangement = arrangementByChannel(await currentTierPolicy(dependencies), line.channel);
      const { at } = because;
      const served = { ...line, arrangement, at };
      const terms = body.entry === 1 ? await termsFor(dependencies, served) : undefined;
      const command = { ...served, terms, ticketId, isBroughtIn: true };
      return dependencies.tickets.change(
        ticketId,
        (ticket) => recordTicketEntry(ticket, command, from),
        because,
      );
    },
  );
