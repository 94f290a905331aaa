import type { TicketEvent } from '@steward/contracts';
import type { Decision } from '@steward/domain';
import { atAnyVersion, type Because, type Change } from '@steward/persistence';
import type { Dependencies } from './dependencies.ts';
import { letGo, type TakeOn, takeOn } from './support-agent/take-on.ts';
import type { Ticket } from './ticket/ticket.ts';

type OnTicket = Decision<Ticket, TicketEvent>;
type Changing = Pick<Dependencies, 'tickets' | 'supportAgents' | 'changeTogether'>;

/**
 * Puts a ticket into somebody's hands: both say so in one transaction, or neither does. So no ticket has two
 * holders, nobody holds more than they can, and no third place has to be kept in step with the two.
 */
export const giveTicket = (
  { tickets, supportAgents, changeTogether }: Changing,
  decision: OnTicket,
  taken: TakeOn,
  because: Because,
): Promise<Change> => {
  const given = tickets.step(taken.ticketId, decision);
  const held = supportAgents.step(taken.agentId, (agent) => takeOn(agent, taken));
  return changeTogether([given, atAnyVersion(held)], because);
};

/** Takes it out of them in the same way. */
export const takeBackTicket = (
  { tickets, supportAgents, changeTogether }: Changing,
  decision: OnTicket,
  held: { readonly ticketId: string; readonly agentId: string; readonly holdingId: string },
  because: Because,
): Promise<Change> => {
  const { ticketId, agentId, holdingId } = held;
  const command = { holdingId, at: because.at };
  const freed = supportAgents.step(agentId, (agent) => letGo(agent, command));
  return changeTogether([tickets.step(ticketId, decision), atAnyVersion(freed)], because);
};
