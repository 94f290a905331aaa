import type { TicketEvent, TicketStatus } from '@steward/contracts';
import { factOf } from './fact.ts';
import { refuse, type Ticket } from './ticket.ts';

/** Whose log a line comes from, and when it came here. */
export interface FromOutsourcer {
  readonly outsourcerId: string;
  readonly receivedAt: Date;
}

interface Line {
  readonly ticketId: string;
  readonly accountId: string;
  readonly entry: number;
  readonly label: string;
  readonly status: TicketStatus;
  readonly at: Date;
}

export const isSettling = (status: TicketStatus): boolean =>
  status === 'resolved' || status === 'closed' || status === 'cancelled';

/** A case stays with the desk that told of it first; one that had none yet may get one. */
export const requireSameOutsourcer = (
  ticket: Ticket,
  { ticketId }: Line,
  from: FromOutsourcer | undefined,
): void => {
  if (ticket.status === 'absent' || !ticket.outsourced) return;
  const { outsourcerId } = ticket.outsourced;
  if (outsourcerId !== from?.outsourcerId)
    throw refuse(
      'ticket-entry-of-another-outsourcer',
      `Ticket ${ticketId} is told by outsourcer ${outsourcerId}`,
    );
};

/** That the line was taken, and whether the case is open at the desk, as the desk tells it. */
export const outsourcedEntry = (
  ticket: Ticket,
  line: Line,
  { outsourcerId, receivedAt }: FromOutsourcer,
): TicketEvent => {
  const { entry, label, status, at } = line;
  const wasOpen = ticket.status !== 'absent' && ticket.outsourced?.isOpen === true;
  const isOpen = !isSettling(status);
  const became = isOpen ? 'open' : 'settled';
  return {
    type: 'TicketOutsourcedEntryTaken',
    data: {
      ...factOf(line, label, at),
      entry,
      outsourcerId,
      receivedAt: receivedAt.toISOString(),
      ...(isOpen !== wasOpen && { became }),
    },
  };
};
