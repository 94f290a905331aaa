import { exists } from '@steward/domain';
import type { Timer } from '@steward/service';
import type { Dependencies } from './dependencies.ts';
import { takeStep } from './escalation/take-step.ts';
import { isOpen } from './ticket/ticket.ts';

/** Tells the next one of a ladder when their time has come, or ends it where the ticket is settled. */
export const takeEscalationSteps = ({ escalations, tickets }: Dependencies): Timer => ({
  name: 'takeEscalationSteps',
  due: (by, limit) => escalations.due('nextStepAt', by, limit),
  ring: async (escalationId, because) => {
    const read = await escalations.read(escalationId);
    if (!exists(read)) return undefined;
    const ticket = await tickets.read(read.state.ticketId);
    if (!exists(ticket)) throw new Error(`${escalationId} is of a ticket that is not there`);
    const { agent, silentSince } = ticket.state;
    const standing = { isOpen: isOpen(ticket.state), agent, silentSince };
    const command = { at: because.at, ticket: standing };
    return escalations.change(escalationId, (escalation) => takeStep(escalation, command), because);
  },
});
