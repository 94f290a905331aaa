import { on } from '@steward/bus';
import { EscalationStepTaken } from '@steward/contracts';
import type { Dependencies } from '../dependencies.ts';
import { escalateByLadder } from './escalate-ticket.ts';

/** The ticket remembers who was told of it, and goes where the step sends it. */
export const escalateTicketOnEscalationStepTaken = ({ tickets }: Dependencies) =>
  on('escalateTicketOnEscalationStepTaken', EscalationStepTaken, ({ data, because }) => {
    const { escalationId, ticketId, kind, to, recipientId, number: step } = data;
    const { handOverTo, raisePriorityTo } = data;
    const told = { escalationId, kind, to, recipientId, step };
    const command = { ticketId, told, handOverTo, raisePriorityTo, at: because.at };
    return tickets.change(ticketId, (ticket) => escalateByLadder(ticket, command), because);
  });
