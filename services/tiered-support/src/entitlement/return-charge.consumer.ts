import { on } from '@steward/bus';
import { TicketCancelled, TicketMerged } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { returnCharge } from './charge-ticket.ts';

/** A ticket that came to nothing, rejected or a duplicate, uses up nothing. */
export const returnChargeOfTicket = ({ tickets, entitlements }: Dependencies) =>
  on('returnChargeOfTicket', [TicketCancelled, TicketMerged], async ({ data, because }) => {
    const ticket = await tickets.read(data.ticketId);
    if (!exists(ticket) || ticket.state.entitlementId === undefined) return undefined;
    const { ticketId, entitlementId } = ticket.state;
    const command = { ticketId, entitlementId, at: because.at };
    return entitlements.change(
      entitlementId,
      (entitlement) => returnCharge(entitlement, command),
      because,
    );
  });
