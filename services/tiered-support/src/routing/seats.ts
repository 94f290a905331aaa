import { Priority } from '@steward/contracts';
import type { Candidate } from '../support-agent/left-out.ts';
import type { RaisedTicket } from '../ticket/ticket.ts';
import { chooseAgent } from './choose-agent.ts';
import { wantedBy } from './wanted-by.ts';

const urgency = (ticket: RaisedTicket): number => Priority.options.indexOf(ticket.priority);
const waitsSinceMs = ({ awaitsAgentSince, raisedAt }: RaisedTicket): number =>
  Date.parse(awaitsAgentSince ?? raisedAt);

/** The same agent with one thing more in its hands. */
const withOneMore = (
  { agent, ...there }: Candidate,
  { ticketId, accountId }: RaisedTicket,
  { channel, at }: ReturnType<typeof wantedBy>['wanted'],
): Candidate => {
  const since = at.toISOString();
  const weight = agent.weights[channel];
  const held = { holdingId: ticketId, ticketId, accountId, channel, weight, since };
  return { ...there, agent: { ...agent, work: [...agent.work, held], idleSince: since } };
};

/**
 * Those of the waiting for whom there is room now, the most urgent first and of these the longest waiting: as many
 * as can be given to somebody at the same time. Who gets which is chosen for each anew.
 */
export const ticketsWithSeats = (
  waiting: readonly RaisedTicket[],
  present: readonly Candidate[],
  at: Date,
): string[] => {
  const inOrder = [...waiting].sort(
    (one, other) => urgency(other) - urgency(one) || waitsSinceMs(one) - waitsSinceMs(other),
  );
  let candidates = [...present];
  const seated: string[] = [];
  for (const ticket of inOrder) {
    const { wanted } = wantedBy(ticket, at);
    const { agentId } = chooseAgent(candidates, wanted, { known: [] });
    if (agentId === undefined) continue;
    seated.push(ticket.ticketId);
    candidates = candidates.map((candidate) =>
      candidate.agent.agentId === agentId ? withOneMore(candidate, ticket, wanted) : candidate,
    );
  }
  return seated;
};
