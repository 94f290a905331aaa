import { on } from '@steward/bus';
import { TicketResolved } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { chargeHours } from './charge-ticket.ts';

/** What a ticket took is charged when it is resolved; what it takes after a reopening, when it is so again. */
export const chargeHoursOnTicketResolved = ({ tickets, entitlements }: Dependencies) =>
  on('chargeHoursOnTicketResolved', TicketResolved, async ({ data, because }) => {
    const ticket = await tickets.read(data.ticketId);
    if (!exists(ticket) || ticket.state.entitlementId === undefined) return undefined;
    const { ticketId, entitlementId, isBillable = false, charged } = ticket.state;
    const seconds = Object.values(charged).reduce((sum, ofLine) => sum + ofLine, 0);
    const command = { ticketId, entitlementId, isBillable, seconds, at: because.at };
    return entitlements.change(
      entitlementId,
      (entitlement) => chargeHours(entitlement, command),
      because,
    );
  });
