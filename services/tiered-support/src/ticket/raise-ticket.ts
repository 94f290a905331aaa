import type { DataOf, TicketEvent } from '@steward/contracts';
import { factOf } from './fact.ts';
import { firstDesk } from './first-desk.ts';
import { refuse, type Ticket } from './ticket.ts';

type Raised = DataOf<TicketEvent, 'TicketRaised'>;

export type RaiseTicket = Omit<Raised, 'at' | 'label' | 'entry' | 'desk'> & {
  /** The branch of the project that the ticket is about. */
  readonly branch?: string | undefined;
  readonly at: Date;
};

export const raiseTicket = (
  ticket: Ticket,
  { branch, at, ...raised }: RaiseTicket,
): TicketEvent[] => {
  if (ticket.status !== 'absent')
    throw refuse('ticket-already-raised', `Ticket ${raised.ticketId} was already raised`);
  const desk = firstDesk(raised.arrangement, branch);
  return [{ type: 'TicketRaised', data: { ...raised, ...factOf(raised, 'queued', at), desk } }];
};
