import { on } from '@steward/bus';
import { TicketMessageAdded, TicketRaised } from '@steward/contracts';
import { exists } from '@steward/domain';
import type { Because } from '@steward/persistence';
import type { Dependencies } from '../dependencies.ts';
import { noteActivity } from './note-activity.ts';

const note = async (
  { projects }: Dependencies,
  { projectId, ticketId }: { projectId?: string | undefined; ticketId: string },
  because: Because,
) => {
  if (projectId === undefined) return undefined;
  const command = { projectId, ticketId, at: because.at };
  return projects.change(projectId, (project) => noteActivity(project, command), because);
};

/** A project that its customer asks about is alive. */
export const noteActivityOnTicketRaised = (dependencies: Dependencies) =>
  on('noteActivityOnTicketRaised', TicketRaised, ({ data, because }) =>
    note(dependencies, data, because),
  );

/** So is one that is spoken about. */
export const noteActivityOnTicketMessageAdded = (dependencies: Dependencies) =>
  on('noteActivityOnTicketMessageAdded', TicketMessageAdded, async ({ data, because }) => {
    const ticket = await dependencies.tickets.read(data.ticketId);
    return exists(ticket) ? note(dependencies, ticket.state, because) : undefined;
  });
