import { on } from '@steward/bus';
import { TicketCancelled, TicketMerged } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { returnCharge } from './charge-ticket.ts';

/** A ticket that came to nothing, rejected or a duplicate, uses up nothing. */
const returnChargeOn =
  (contract: typeof TicketCancelled | typeof TicketMerged) =>
  ({ tickets, entitlements }: Dependencies) =>
    on(`returnChargeOn${contract.type}`, contract, async ({ data, because }) => {
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

export const returnChargeOnTicketCancelled = returnChargeOn(TicketCancelled);
export const returnChargeOnTicketMerged = returnChargeOn(TicketMerged);
