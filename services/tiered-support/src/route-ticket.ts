import { Refusal } from '@steward/domain';
import type { Because, Change } from '@steward/persistence';
import { candidatesOf, favouredFor, isAnybodyDefined } from './candidates.ts';
import type { Dependencies } from './dependencies.ts';
import { giveTicket } from './give-ticket.ts';
import { chooseAgent } from './routing/choose-agent.ts';
import { wantedBy } from './routing/wanted-by.ts';
import { leaveInQueue, routeTicket as route } from './ticket/hold-ticket.ts';
import { requireTicket } from './ticket/require-ticket.ts';

/**
 * Gives a ticket to the best who can take it, or says why nobody can. Others choose at the same time: who was free
 * when chosen may refuse when given, and then nothing has happened.
 */
export const routeTicket = async (
  dependencies: Dependencies,
  ticketId: string,
  because: Because,
): Promise<Change> => {
  const { tickets, newId } = dependencies;
  const { at } = because;
  const read = await tickets.read(ticketId);
  const ticket = requireTicket(read?.state ?? { status: 'absent' }, { ticketId, at });
  const { desk, accountId } = ticket;
  const { wanted, dropped, nextDropAt } = wantedBy(ticket, at);
  const [candidates, favoured] = await Promise.all([
    candidatesOf(dependencies, desk, at),
    favouredFor(dependencies, ticket),
  ]);
  const choice = chooseAgent(candidates, wanted, { ...favoured, nextDropAt });
  const on = { ticketId, desk, dropped, at };
  if (choice.agentId === undefined)
    return tickets.change(ticketId, (state) => leaveInQueue(state, { ...choice, ...on }), because);
  const command = { ...choice, ...on, holdingId: newId() };
  const { agentId, holdingId } = command;
  const taken = { ...wanted, agentId, holdingId, ticketId, accountId, isInHours: true };
  return giveTicket(dependencies, (state) => route(state, command), taken, because);
};

/**
 * Routes what waits for somebody, where there is anybody to wait for. Whatever refuses that was otherwise a moment
 * ago, and the queue is looked at again in a moment.
 */
export const routeWaiting = async (
  dependencies: Dependencies,
  ticketId: string,
  because: Because,
): Promise<Change | undefined> => {
  const read = await dependencies.tickets.read(ticketId);
  if (read?.state.status !== 'queued' || read.state.awaitsAgentSince === undefined)
    return undefined;
  if (!(await isAnybodyDefined(dependencies))) return undefined;
  try {
    // It happens now, however long ago that was to which it is the answer.
    return await routeTicket(dependencies, ticketId, { ...because, at: dependencies.now() });
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
};
