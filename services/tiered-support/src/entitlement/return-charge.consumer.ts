import { type Delivery, on } from '@steward/bus';
import { TicketCancelled, TicketMerged } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { returnCharge } from './charge-ticket.ts';

/** A ticket that came to nothing uses up nothing. */
const giveBack =
  ({ tickets, entitlements }: Dependencies) =>
  async ({ data, because }: Delivery<{ readonly ticketId: string }>) => {
    const ticket = await tickets.read(data.ticketId);
    if (!exists(ticket) || ticket.state.entitlementId === undefined) return undefined;
    const { ticketId, entitlementId } = ticket.state;
    const command = { ticketId, entitlementId, at: because.at };
    return entitlements.change(
      entitlementId,
      (entitlement) => returnCharge(entitlement, command),
      because,
    );
  };

export const returnChargeOnTicketCancelled = (dependencies: Dependencies) =>
  on('returnChargeOnTicketCancelled', TicketCancelled, giveBack(dependencies));

export const returnChargeOnTicketMerged = (dependencies: Dependencies) =>
  on('returnChargeOnTicketMerged', TicketMerged, giveBack(dependencies));
