import { on } from '@steward/bus';
import { TicketMessageAdded, TicketRaised } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Dependencies } from '../dependencies.ts';
import { noteActivity } from './note-activity.ts';

const projectOf = async ({ tickets }: Dependencies, ticketId: string) => {
  const ticket = await tickets.read(ticketId);
  return exists(ticket) ? ticket.state.projectId : undefined;
};

/** A project that its customer asks about is alive; so is one that is spoken about. */
export const noteActivityOfTicket = (dependencies: Dependencies) =>
  on('noteActivityOfTicket', [TicketRaised, TicketMessageAdded], async (told) => {
    const { ticketId } = told.data;
    // Which project a ticket is about never changes; only messages leave it to the ticket to say.
    const projectId =
      told.type === 'TicketRaised' ? told.data.projectId : await projectOf(dependencies, ticketId);
    if (projectId === undefined) return undefined;
    const { projects } = dependencies;
    const command = { projectId, ticketId, at: told.because.at };
    return projects.change(projectId, (project) => noteActivity(project, command), told.because);
  });
