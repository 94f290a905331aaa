import { on } from '@steward/bus';
import { TicketMessageAdded, TicketRaised } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { noteActivity } from './note-activity.ts';

/** A project that its customer asks about is alive; so is one that is spoken about. */
export const noteActivityOfTicket = ({ tickets, projects }: Dependencies) =>
  on('noteActivityOfTicket', [TicketRaised, TicketMessageAdded], async ({ data, because }) => {
    const { ticketId } = data;
    const ticket = await tickets.read(ticketId);
    const projectId = exists(ticket) ? ticket.state.projectId : undefined;
    if (projectId === undefined) return undefined;
    const command = { projectId, ticketId, at: because.at };
    return projects.change(projectId, (project) => noteActivity(project, command), because);
  });
